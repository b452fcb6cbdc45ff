// Links: taken apart by hand as well as by the browser, since a link that two readers understand differently is no
// official one.

import { judgeAccount, official as officialAccounts } from "./verify-accounts.js";
import { asciiLower, hasHidden } from "./verify-confusables.js";
import { entryNamedIn, judgeHost, ownerOf, showHost } from "./verify-hosts.js";
import { resemblance } from "./verify-names.js";
import { accountOf, isSameHandle } from "./verify-networks.js";

const UNLISTED = { verdict: "unlisted", entry: null, reasons: [] };
const MASKED = /%[0-9a-f]{2}/i;

/**
 * Takes a link apart.
 * @param {string} text One thing that was pasted, without spaces.
 * @returns {object|null} Null when it is no link. `odd`: written in a way that no official link is; `url`: what the
 *   browser makes of it, null when that is nothing.
 */
export function readLink(text) {
  // A dotted name before a colon and a digit is a host with its port.
  const [, scheme, slashes, rest] = /^(?:([a-z][a-z\d+.-]*):(?=\D))?([/\\]*)(.*)$/is.exec(text);
  const [authority] = /^[^/?#]*/.exec(rest);
  const [, user = null, place] = /^(?:(.*)(?:@|%40))?(.*)$/is.exec(authority);
  const [, host, port = ""] = /^(\[.*\]|[^:\\]*)(?::(\d*))?/s.exec(place);
  if (!scheme && !/[^.。．｡][.。．｡][^.。．｡]/.test(unmask(host))) return null;
  const tail = rest.slice(authority.length);
  return {
    scheme: asciiLower(scheme ?? "https"),
    user,
    host,
    port,
    tail,
    odd: slashes !== (scheme ? "//" : "") || isOdd(text, host, authority, tail),
    url: parse(scheme ? text : `https://${rest}`),
  };
}

/**
 * Judges a link.
 * @param {object} link What `readLink` gave.
 * @param {object[]} entries The official list.
 * @param {object} known What `knownHosts` gave.
 * @returns {{verdict: string, entry: object|null, matches?: object[], reasons: {key: string, values: object}[]}}
 */
export function judgeLink(link, entries, known) {
  const target = parse(`https://${unmask(link.host)}`)?.hostname || showHost(unmask(link.host));
  const owner = ownerOf(target.replace(/\.$/, ""));
  if (link.user !== null) return judgeUser(link, owner, entries, known);
  if (isWellFormed(link)) {
    const matches = entries.filter((entry) => isMeantBy(link.url, entry, known));
    if (matches.length > 0) return judgeScheme(link, matches);
    const account = accountOf(link.url);
    if (account) return judgeProfile(account, entries, known);
  }
  if (!/^https?$/.test(link.scheme)) return UNLISTED;
  const host = judgeHost(unmask(link.host), owner, known);
  if (host.verdict === "lookalike" || host.reasons.length > 0) return host;
  return namedInPath(link, owner, entries, known) ?? host;
}

/** Matches are official by https alone. */
function judgeScheme(link, matches) {
  if (link.scheme !== "https") return { ...UNLISTED, reasons: [{ key: "insecureLink", values: {} }] };
  const accounts = matches.filter(({ kind }) => kind === "account");
  if (accounts.length === matches.length) return officialAccounts(accounts);
  return { verdict: "official", entry: matches[0], matches, reasons: [] };
}

/** Whether a link is written as official ones are, leaving aside where it leads. */
function isWellFormed({ scheme, host, port, odd, url }) {
  const standard = port === "" || port === (scheme === "https" ? "443" : "80");
  if (odd || !url || !/^https?$/.test(scheme) || !standard || url.username || url.password || url.port) return false;
  return asciiLower(host) === url.hostname || (isPlainUnicode(host) && showHost(host) === showHost(url.hostname));
}

/** Whether an entry is what a link leads to. */
function isMeantBy(url, entry, known) {
  if (entry.kind === "website") return showHost(entry.host) === showHost(url.hostname);
  if (entry.kind === "page") return isSamePage(url, entry, known);
  if (entry.kind !== "account") return false;
  const { network, handle, isPage } = accountOf(url) ?? {};
  if (isPage && network === entry.network && isSameHandle(network, entry.handle, handle)) return true;
  return Boolean(entry.url) && isSamePage(url, entry, known);
}

/** Below our own websites the path says which page it is; elsewhere what follows it may lead to somebody else. */
function isSamePage(url, entry, known) {
  const page = parse(entry.url);
  if (!page || page.host !== url.host || page.pathname !== url.pathname) return false;
  const host = showHost(url.hostname);
  const sites = known.hosts.filter(({ entry }) => entry.kind === "website");
  const isOurs = sites.some((site) => host === site.host || host.endsWith(`.${site.host}`));
  const open = entry.open ?? [];
  return isOurs || (fixed(page, []) === fixed(url, open) && (open.includes("#") || page.hash === url.hash));
}

/** A query without the parameters that a message fills in. Some servers take a semicolon for a further parameter. */
function fixed({ search }, open) {
  const parameters = search.slice(1).split("&");
  return parameters.filter((it) => it.includes(";") || !open.includes(it.split("=", 1)[0])).join("&");
}

function judgeProfile({ network, handle, isPage }, entries, known) {
  if (handle === null) return UNLISTED;
  const judged = judgeAccount(handle, network, entries, known.domains);
  // Our account's name, but not exactly its page: what is shown there may be anybody's.
  return judged.verdict === "official" ? UNLISTED : judged;
}

/** What stands before the @ is a name of ours to deceive, or nothing that we know. */
function judgeUser({ user, host, tail }, owner, entries, known) {
  const entry = entryNamedIn(unmask(user), known) ?? accountIn(segmentsOf(tail), entries);
  const target = judgeHost(unmask(host), owner, known);
  if (!entry || known.hosts.some((ours) => ours.host === showHost(host))) return target;
  const more = target.verdict === "lookalike" ? target.reasons : [];
  return { verdict: "lookalike", entry, reasons: [{ key: "lookalikeUser", values: { owner } }, ...more] };
}

/** Our name in the path of somebody else's host. */
function namedInPath({ host, tail }, owner, entries, known) {
  const segments = segmentsOf(tail);
  const site = known.hosts.find(({ host }) => segments.some((segment) => showHost(segment) === host));
  const entry = site?.entry ?? accountIn(segments, entries);
  const isKnown = known.listed.has(showHost(unmask(host))) || known.domains.some((ours) => ours.host === owner);
  if (!entry || isKnown) return null;
  return { verdict: "lookalike", entry, reasons: [{ key: "lookalikeStranger", values: { owner } }] };
}

/** The account whose name is a part of a path. */
function accountIn(segments, entries) {
  const names = segments.map((segment) => segment.replace(/^@/, "").toLowerCase());
  const accounts = entries.filter(({ kind, handle }) => kind === "account" && handle.length > 4);
  return accounts.find(({ handle }) => names.some((name) => resemblance(name, handle.toLowerCase()) !== null)) ?? null;
}

function segmentsOf(tail) {
  return unmask(tail.split(/[?#]/)[0]).split(/[/\\]/).filter(Boolean);
}

/** Letters and digits that normalisation keeps, hyphens and full stops. */
function isPlainUnicode(host) {
  return /^[\p{L}\p{N}\p{M}.-]+$/u.test(host) && host.normalize("NFC").normalize("NFKC") === host.normalize("NFC");
}

/** Ways of writing that readers of links understand differently, or that hide something. */
function isOdd(text, host, authority, tail) {
  const path = tail.split(/[?#]/)[0];
  return (
    hasHidden(text) ||
    text.includes("\\") ||
    MASKED.test(authority) ||
    /[^\p{L}\p{N}\p{M}.:@-]/u.test(authority) ||
    path.includes("://") ||
    (/^[?#]/.test(tail) && tail.includes("@")) ||
    /^\.|\.\.|\.$/.test(host)
  );
}

function parse(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function unmask(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
