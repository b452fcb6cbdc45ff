// Whose a host is, and whether it imitates one of ours.

import { asciiLower, skeleton } from "./verify-confusables.js";
import { holdsName, nearest, resemblance } from "./verify-names.js";
import { decodeLabel } from "./verify-punycode.js";
import { isAboveStrangers, isShared } from "./verify-shared.js";

// Second-level names under which countries register, as in bank.co.uk.
const SECOND_LEVEL = /^(?:ac|co|com|edu|go|gob|gov|gouv|govt|id|ltd|me|mil|ne|net|nhs|nom|or|org|plc|police|sch)$/;
const LABELS = /^[\p{L}\p{N}\p{M}.-]+$/u;
const DOTS = /[.。．｡]/;

/**
 * The official hosts, and the domains whose names imitations use.
 * @param {object[]} entries The official list.
 * @returns {{hosts: {host: string, entry: object}[], domains: {host: string, name: string, ending: string}[],
 *   listed: Set<string>}} `listed`: also the hosts of others on which a page is ours.
 */
export function knownHosts(entries) {
  const sites = entries
    .filter(({ kind }) => kind === "website")
    .map((entry) => ({ host: showHost(entry.host), entry }));
  const mail = entries
    .filter(({ kind }) => kind === "email" || kind === "emailDomain")
    .map((entry) => ({ host: showHost(entry.domain ?? entry.address.split("@").at(-1)), entry }))
    // An official address of a provider says nothing about the rest of the provider's host.
    .filter(({ host }) => !isShared(host));
  const domains = new Map([...sites, ...mail].map(({ host }) => [ownerOf(host), splitHost(host)]));
  const pages = entries.filter(({ kind }) => kind === "page").map((entry) => ({ host: showHost(entry.host), entry }));
  const hosts = [...sites, ...pages.filter(({ host }) => domains.has(ownerOf(host))), ...mail];
  return { hosts, domains: [...domains.values()], listed: new Set([...hosts, ...pages].map(({ host }) => host)) };
}

/**
 * A host as people see it: small letters, punycode decoded.
 * @param {string} host A host as it is written.
 * @returns {string}
 */
export function showHost(host) {
  const labels = asciiLower(host).split(DOTS).filter(Boolean);
  return labels.map((label) => decodeLabel(label) ?? label).join(".").normalize("NFC");
}

/**
 * The registered domain that a host belongs to.
 * @param {string} host A host, or an IP address, which belongs to nobody else.
 * @returns {string}
 */
export function ownerOf(host) {
  const { name, ending } = splitHost(host);
  return ending === "" ? name : `${name}.${ending}`;
}

/**
 * What is wrong with a host that is not official as it is written.
 * @param {string} written The host as it is written, ours in other characters included.
 * @param {string} owner Whose it is, for the reader.
 * @param {ReturnType<typeof knownHosts>} known What `knownHosts` gave.
 * @returns {{verdict: "lookalike"|"unlisted", entry: object|null, reasons: {key: string, values: object}[]}}
 */
export function judgeHost(written, owner, known) {
  const host = showHost(written);
  // A vendor's host has the name that it has: nothing there imitates another entry.
  if (known.listed.has(host)) return { verdict: "unlisted", entry: null, reasons: [] };
  const above = known.domains.find((ours) => host.endsWith(`.${ours.host}`));
  if (above) {
    const reasons = [{ key: "lookalikeSubdomain", values: { official: above.host } }];
    return { verdict: "unlisted", entry: null, reasons };
  }
  const twin = known.hosts.find((ours) => skeleton(ours.host) === skeleton(host));
  if (twin) return { verdict: "lookalike", entry: twin.entry, reasons: [{ key: "lookalikeHomoglyph", values: {} }] };
  for (const ours of known.domains) {
    const reasons = imitation(host, owner, ours);
    if (reasons.length === 0) continue;
    return { verdict: "lookalike", entry: entryMeant(host, ours, known), reasons };
  }
  return { verdict: "unlisted", entry: null, reasons: [] };
}

/**
 * Whether a text holds one of our hosts as a whole, as the user name of `northstar.example@evil.test` does.
 * @param {string} text Any part of an address.
 * @param {ReturnType<typeof knownHosts>} known What `knownHosts` gave.
 * @returns {object|null} The entry that it names.
 */
export function entryNamedIn(text, known) {
  const parts = text.split(/[^\p{L}\p{N}\p{M}.-]+/u).filter(Boolean);
  const found = known.domains.find((ours) => parts.some((part) => holdsHost(part, ours) || holdsName(part, ours.name)));
  return found ? entryMeant(text, found, known) : null;
}

/** The entry below one of our domains that a text names most of; the first where it names none. */
function entryMeant(text, ours, known) {
  const below = known.hosts.filter((it) => ownerOf(it.host) === ours.host);
  const sites = below.filter((it) => it.entry.kind === "website");
  const candidates = sites.length > 0 ? sites : below;
  const shape = skeleton(text);
  const named = candidates.filter((it) => splitHost(it.host).below.every((label) => shape.includes(skeleton(label))));
  return (nearest(text, named, (it) => it.host) ?? candidates[0]).entry;
}

/** How a host imitates one of our domains; empty when it does not. */
function imitation(host, owner, ours) {
  const { name, ending, below } = splitHost(host);
  const sameEnding = ending === ours.ending;
  const ends = { key: "lookalikeEnding", values: { found: `.${ending}`, official: `.${ours.ending}` } };
  const kind = ending === "" ? null : resemblance(name, ours.name, sameEnding ? 0 : 1);
  if (kind === "same" && skeleton(ending) === skeleton(ours.ending)) return [{ key: "lookalikeHomoglyph", values: {} }];
  if (kind === "same" && LABELS.test(ending)) return [ends];
  if (kind !== null && kind !== "same") {
    const key = kind === "homoglyph" || isForeign(name, ours.name) ? "lookalikeHomoglyph" : "lookalikeSpelling";
    return sameEnding ? [{ key, values: {} }] : [{ key, values: {} }, ends];
  }
  const holds = [name, ...below].some((label) => holdsName(label, ours.name)) || holdsHost(host, ours);
  return holds ? [{ key: "lookalikeStranger", values: { owner } }] : [];
}

/** Whether a host holds all words of ours in their order, whatever stands between them: bank-co-uk.test. */
function holdsHost(host, ours) {
  const wanted = skeleton(ours.host).split(/[^\p{L}\p{N}]+/u);
  const words = skeleton(host).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const fused = wanted.join("");
  return words.some((word, start) => word === fused || wanted.every((it, index) => words[start + index] === it));
}

/** Whether a name is written with other than ASCII characters while ours is not. */
function isForeign(name, ours) {
  return /[^\x00-\x7f]/.test(name) && !/[^\x00-\x7f]/.test(ours);
}

/** A host's registered name, what it ends with, and the labels in front. */
function splitHost(host) {
  if (/^[\d.]+$/.test(host) || host.startsWith("[")) return { host, name: host, ending: "", below: [] };
  const labels = host.split(".");
  const shared = isAboveStrangers(labels.slice(-2).join("."));
  const country = labels.at(-1).length === 2 && SECOND_LEVEL.test(labels.at(-2) ?? "");
  const size = Math.min(shared || country ? 3 : 2, labels.length);
  const [name, ...rest] = labels.slice(-size);
  return { host: labels.slice(-size).join("."), name, ending: rest.join("."), below: labels.slice(0, -size) };
}
