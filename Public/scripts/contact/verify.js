// Says whether what a reader pasted is on the official list. Nothing is asked of the network.
//
// The promise is that nothing is ever called official that is not. So official is what equals an entry, by these rules:
//  1. A website is one host exactly, over https, at the standard port, with any path. Its sub-domains are not meant.
//  2. A page is one path; on a host that is not ours also what follows the path, except for the parameters that a message
//     fills in.
//  3. An account is its page on its network (the network's own hosts, its own rule about capitals), or its name, alone
//     or beside the name of its network.
//  4. An email address is listed as it is, or its domain is; capitals make no difference, anything but ASCII does.
//  5. A telephone number has the country's code and all digits. Without the code it is unclear whose it is.
//  6. What is written oddly (user name, backslash, masked or hidden characters, another port) is not official, nor is
//     anything among words that could change its meaning.
//  7. No entry stands for a host where everybody can have pages or mailboxes.
// What is not official is a look-alike if it can be taken for an entry, with the reason; otherwise it is not listed. A
// sub-domain of ours, or a link of ours without https, is not listed, with the reason. What cannot be read as one thing
// is unclear. Common words (help, chat, …) and short names do not make a look-alike of everything that holds them.

import { judgeAccount, official as officialAccounts } from "./verify-accounts.js";
import { hasHidden, unveil } from "./verify-confusables.js";
import { isEmail, judgeEmail } from "./verify-email.js";
import { knownHosts } from "./verify-hosts.js";
import { readInput } from "./verify-input.js";
import { judgeLink, readLink } from "./verify-link.js";
import { matchPhone, readPhone } from "./verify-phone.js";
import { coversStrangers } from "./verify-shared.js";

// Names of accounts are shorter; what is longer is the address of a wallet, or the like.
const LONGEST_NAME = 30;
// Signs that set things apart, and are part of no host or name. An IPv6 address stands in brackets as a whole.
const SEVERAL = /["'<>|(){}]|.\[|\]./;

/**
 * Judges what a reader pasted.
 * @param {string} input Anything.
 * @param {object[]} entries The official list, as the page's data has it.
 * @returns {{verdict: "official"|"lookalike"|"unlisted"|"unclear", entry: object|null, matches: object[],
 *   reasons: {key: string, values: Record<string, string|string[]>}[], kind: "link"|"email"|"phone"|"account"|null}}
 *   `entry`: the one that it is or imitates. `matches`: all entries that it is. `reasons`: keys of the interface texts;
 *   `network` of `verdictAccountText` is a list of names.
 */
export function verify(input, entries) {
  const { thing, network, alone } = readInput(input);
  const ours = entries.filter((entry) => !coversStrangers(entry));
  const judged = thing === null ? null : judgeUnveiled(thing, network, ours);
  if (judged === null || (judged.verdict === "official" && !alone)) {
    return { verdict: "unclear", entry: null, matches: [], reasons: [], kind: judged?.kind ?? null };
  }
  const matches = judged.verdict === "official" ? (judged.matches ?? [judged.entry]) : [];
  return { verdict: judged.verdict, entry: judged.entry, matches, reasons: judged.reasons, kind: judged.kind };
}

/** Judges one thing as it is written, and by what it shows as when that is something else. */
function judgeUnveiled(thing, network, entries) {
  const written = judge(thing, network, entries);
  const plain = unveil(thing);
  if (plain === thing || written?.verdict === "official") return written;
  const shown = judge(plain, network, entries);
  if (shown?.verdict === "official") {
    return { ...shown, verdict: "lookalike", reasons: [{ key: "lookalikeHomoglyph", values: {} }] };
  }
  return shown?.verdict === "lookalike" && written?.verdict !== "lookalike" ? shown : written;
}

/** Judges one thing by what it is; null when it is nothing that can be read. */
function judge(thing, network, entries) {
  const known = knownHosts(entries);
  if (network !== null) return { kind: "account", ...judgeAccount(thing, network, entries, known.domains) };
  const phone = readPhone(thing);
  // Without the country's code it may be ours in one country and anybody's in another.
  if (phone) return phone.international ? { kind: "phone", ...judgePhone(phone, entries) } : null;
  if (isEmail(thing)) return { kind: "email", ...judgeEmail(thing, entries, known) };
  const link = thing.startsWith("@") ? null : readLink(thing);
  if (link && (link.host === "" || SEVERAL.test(link.host))) return null;
  if (link) return { kind: "link", ...judgeLink(link, entries, known) };
  if (!/\p{L}/u.test(thing) || SEVERAL.test(thing)) return null;
  if (thing.length > LONGEST_NAME && !hasHidden(thing)) {
    return { kind: null, verdict: "unlisted", entry: null, reasons: [] };
  }
  return { kind: "account", ...judgeAccount(thing, null, entries, known.domains) };
}

/** Judges a telephone number; one that messengers know as an account is official there. */
function judgePhone(phone, entries) {
  const accounts = entries.filter(({ kind, network }) => kind === "account" && network === "whatsapp");
  const phones = entries.filter(({ kind }) => kind === "phone");
  const { official, near } = matchPhone(phone, phones);
  const there = matchPhone(phone, accounts.map((entry) => ({ number: entry.handle, entry }))).official;
  if (official.length === 0 && there.length > 0) return officialAccounts(there.map(({ entry }) => entry));
  if (official.length > 0) return { verdict: "official", entry: official[0], matches: official, reasons: [] };
  if (near) return { verdict: "lookalike", entry: near, reasons: [{ key: "lookalikeDigits", values: {} }] };
  return { verdict: "unlisted", entry: null, reasons: [] };
}
