// Accounts of social networks and messengers: the same name on another network is somebody else.

import { holdsName, isCommon, nearest, resemblance } from "./verify-names.js";
import { isSameHandle, NETWORK_NAMES } from "./verify-networks.js";
import { matchPhone, readPhone } from "./verify-phone.js";

/**
 * Judges the name of an account.
 * @param {string} written The name, with or without @.
 * @param {string|null} network The network it is on; null when nobody said.
 * @param {object[]} entries The official list.
 * @param {{name: string}[]} domains Our domains, whose names imitations use.
 * @returns {{verdict: string, entry: object|null, matches: object[], reasons: {key: string, values: object}[]}}
 */
export function judgeAccount(written, network, entries, domains) {
  const name = written.replace(network === "reddit" ? /^(?:[@＠]|\/?u\/)/i : /^[@＠]/, "");
  const accounts = entries.filter(({ kind }) => kind === "account");
  const named = accounts.filter((entry) => isSameHandle(entry.network, entry.handle, name));
  const matches = network === null ? named : named.filter((entry) => entry.network === network);
  if (matches.length > 0) return official(matches);
  const phone = network === "whatsapp" ? readPhone(name.startsWith("+") ? name : `+${name}`) : null;
  if (phone) return judgeNumber(phone, entries, accounts);
  if (named.length > 0) return result("lookalike", named[0], [notThere(network)]);
  // Accounts of the same network first: that is where readers would look for ours.
  const sorted = accounts.toSorted((a, b) => Number(b.network === network) - Number(a.network === network));
  const imitated = imitatedBy(name, sorted, entries, domains);
  if (imitated === null) return result("unlisted", null, []);
  return result("lookalike", imitated.entry, [{ key: imitated.key, values: {} }]);
}

/**
 * What to say of accounts that are ours.
 * @param {object[]} matches The entries, at least one.
 * @returns {{verdict: string, entry: object, matches: object[], reasons: {key: string, values: {network: string[]}}[]}}
 */
export function official(matches) {
  const network = matches.map((entry) => entry.networkName);
  const reasons = [{ key: "verdictAccountText", values: { network } }];
  return { verdict: "official", entry: matches[0], matches, reasons };
}

/** WhatsApp's names are telephone numbers; one of ours that is not there may be anybody's there. */
function judgeNumber(phone, entries, accounts) {
  const phones = entries.filter(({ kind }) => kind === "phone");
  const elsewhere = matchPhone(phone, phones).official[0];
  if (elsewhere) return result("lookalike", elsewhere, [notThere("whatsapp")]);
  const there = accounts.filter((entry) => entry.network === "whatsapp");
  const numbers = [...phones, ...there.map((entry) => ({ number: entry.handle, entry }))];
  const near = matchPhone(phone, numbers).near;
  if (!near) return result("unlisted", null, []);
  return result("lookalike", near.entry ?? near, [{ key: "lookalikeDigits", values: {} }]);
}

/** The entry that a name imitates, and how; null when it imitates none. */
function imitatedBy(name, accounts, entries, domains) {
  const plain = bare(name);
  const handles = accounts.filter((entry) => /\p{L}/u.test(entry.handle));
  const similar = handles.filter((entry) => resemblance(plain, bare(entry.handle)) !== null);
  if (similar.length > 0) {
    const entry = nearest(name, similar, (it) => it.handle);
    const isHomoglyph = resemblance(name.toLowerCase(), entry.handle.toLowerCase()) === "homoglyph";
    return { entry, key: isHomoglyph ? "lookalikeHomoglyph" : "lookalikeHandle" };
  }
  if (isCommon(name)) return null;
  const held = handles.filter((entry) => holdsName(name, entry.handle));
  const holdsOurs = held.length > 0 || domains.some((ours) => holdsName(name, ours.name));
  if (!holdsOurs) return null;
  const candidates = held.length > 0 ? held : handles;
  const entry = nearest(name, candidates, (it) => it.handle) ?? entries[0];
  return { entry, key: "lookalikeHandle" };
}

function notThere(network) {
  return { key: "lookalikeNetwork", values: { network: NETWORK_NAMES[network] ?? network } };
}

/** A name without the signs that networks allow in it. */
function bare(name) {
  return name.toLowerCase().replace(/[._-]/g, "");
}

function result(verdict, entry, reasons) {
  return { verdict, entry, matches: [], reasons };
}
