// Email addresses: official only if listed as they are, or if every address of exactly their domain is.

import { asciiLower } from "./verify-confusables.js";
import { entryNamedIn, judgeHost, ownerOf, showHost } from "./verify-hosts.js";
import { holdsName, nearest, resemblance } from "./verify-names.js";

// What may stand before the @ of an official address: no quotes, comments or routes (`user%other.test@…`).
const PLAIN = /^[a-z0-9_+'-]+(?:\.[a-z0-9_+'-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
// A link may set these; further recipients make it several addresses.
const HARMLESS_HEADERS = /^(?:subject|body)$/i;

/**
 * Whether something is meant as an email address.
 * @param {string} text One thing that was pasted.
 * @returns {boolean}
 */
export function isEmail(text) {
  return /^mailto:/i.test(text) || /^[^@/?#\\]+@[^/?#\\]+$/.test(text) || /^@[^@/?#\\]+@[^/?#\\]+$/.test(text);
}

/**
 * Judges an email address.
 * @param {string} text One thing for which `isEmail` holds.
 * @param {object[]} entries The official list.
 * @param {object} known What `knownHosts` gave.
 * @returns {{verdict: string, entry: object|null, reasons: {key: string, values: object}[]}}
 */
export function judgeEmail(text, entries, known) {
  const [, written, query] = /^(?:mailto:)?([^?]*)\??(.*)$/is.exec(text);
  const address = asciiLower(written);
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const isSingle = [...new URLSearchParams(query).keys()].every((header) => HARMLESS_HEADERS.test(header));
  const entry = PLAIN.test(address) ? listed(address, domain, entries) : undefined;
  if (entry && isSingle) return { verdict: "official", entry, reasons: [] };
  return entry ? { verdict: "unlisted", entry: null, reasons: [] } : judgeUnlisted(address, entries, known);
}

function listed(address, domain, entries) {
  return (
    entries.find((entry) => entry.kind === "email" && asciiLower(entry.address) === address) ??
    entries.find((entry) => entry.kind === "emailDomain" && asciiLower(entry.domain) === domain)
  );
}

/** Names what an address imitates: the part before the @, the domain, or both. */
function judgeUnlisted(address, entries, known) {
  const at = address.lastIndexOf("@");
  if (at < 0) return { verdict: "unlisted", entry: null, reasons: [] };
  const [local, domain] = [address.slice(0, at).replace(/^@/, ""), address.slice(at + 1)];
  const owner = shownOwner(domain);
  const host = judgeHost(domain, owner, known);
  const addresses = entries.filter(({ kind }) => kind === "email" || kind === "emailDomain");
  if (host.verdict === "lookalike") {
    const there = addresses.filter((entry) => ownerOf(domainOf(entry)) === ownerOf(domainOf(host.entry)));
    const exact = there.find((entry) => localOf(entry) === local);
    return { ...host, entry: exact ?? nearest(address, there, textOf) ?? host.entry };
  }
  const siblings = addresses.filter((entry) => domainOf(entry) === showHost(domain));
  const similar = siblings.filter((entry) => entry.address && resemblance(local, localOf(entry)) !== null);
  if (similar.length > 0) return imitationOf(nearest(local, similar, localOf), local, domain);
  if (host.reasons.length > 0 || siblings.length > 0) return host;
  const [site, account] = [entryNamedIn(local, known), handleIn(local, entries)];
  // `@name@host` is how some networks write an account.
  const named = address.startsWith("@") ? (account ?? site) : (site ?? account);
  if (!named) return host;
  return { verdict: "lookalike", entry: named, reasons: [{ key: "lookalikeStranger", values: { owner } }] };
}

/** An address of our own domain, or of the same provider, that differs from a listed one before the @. */
function imitationOf(entry, local, domain) {
  const kind = resemblance(`${local}@${domain}`, asciiLower(entry.address));
  const key = kind === "homoglyph" || /[^\x00-\x7f]/.test(local) ? "lookalikeHomoglyph" : "lookalikeSpelling";
  return { verdict: "lookalike", entry, reasons: [{ key, values: {} }] };
}

/** The account whose name stands before the @ of a stranger's address. */
function handleIn(local, entries) {
  return entries.find((entry) => entry.kind === "account" && holdsName(local, entry.handle)) ?? null;
}

function shownOwner(domain) {
  try {
    return ownerOf(new URL(`https://${domain}`).hostname);
  } catch {
    return ownerOf(domain);
  }
}

function domainOf(entry) {
  return showHost(entry.host ?? entry.domain ?? entry.address.split("@").at(-1));
}

function localOf(entry) {
  return asciiLower(entry.address?.slice(0, entry.address.lastIndexOf("@")) ?? "*");
}

function textOf(entry) {
  return entry.address ?? entry.domain;
}
