// Private keys and the keys of authenticators: by their shape where nothing else has it, else by the words beside them.

import { follow } from "./guard-grammar.js";
import { withoutLinks } from "./guard-text.js";
import { ANY_KEY, PRIVATE_KEY, PUBLIC_NUMBER, SETUP_KEY } from "./guard-vocabulary-keys.js";

const BASE58 = "[1-9A-HJ-NP-Za-km-z]";
const BASE64 = "[A-Za-z0-9+/_-]";
const EDGE = ["(?<![A-Za-z0-9])(?:", ")(?![A-Za-z0-9])"];

// What is a private key wherever it stands: WIF and BIP-38, extended keys, XRP, Stellar, Sui, Nostr, Cardano, Tezos,
// age, and an array of 64 bytes, as Solana's tools store keys.
const CERTAIN = [
  new RegExp(`${EDGE[0]}5[HJK]${BASE58}{49}|[KL]${BASE58}{51}|6P${BASE58}{56}${EDGE[1]}`, "g"),
  new RegExp(`${EDGE[0]}[xyztuvYZUV]prv${BASE58}{50,120}${EDGE[1]}`, "g"),
  new RegExp(`${EDGE[0]}s(?=${BASE58}*\\d)(?=${BASE58}*[A-Z])(?:Ed${BASE58}{28}|${BASE58}{28})${EDGE[1]}`, "g"),
  new RegExp(`${EDGE[0]}S(?=[A-Z]*[2-7])[A-Z2-7]{55}${EDGE[1]}`, "g"),
  /(?<![A-Za-z0-9])(?:suiprivkey|nsec|ed25519e?_sk|(?:addr|stake|root)_x?v?sk|AGE-SECRET-KEY-)1[a-z0-9A-Z]{40,}/g,
  new RegExp(`${EDGE[0]}edsk${BASE58}{50,94}${EDGE[1]}`, "g"),
  /\[\s*\d{1,3}(?:\s*,\s*\d{1,3}){63}\s*\]/g,
];
const PEM_BEGIN = /-{1,5}\s*BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?\s*-{1,5}/g;
const PEM_END = /-{1,5}\s*END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?\s*-{1,5}/g;

const NUMBER = new RegExp(`(?<![0-9A-Za-z])(?:(0x)?[0-9a-fA-F]{64}|${BASE58}{85,90})(?![0-9A-Za-z])`, "g");
const AUTHENTICATOR_LINK = /otpauth(?:-migration)?:\/\/\S{1,400}/gi;
// What follows a word for a private key: hexadecimal digits, in groups or not, or the letters of a long key.
const NAMED_KEY = new RegExp(
  "(?:0x)?[0-9a-fA-F]{64,128}(?![0-9A-Za-z])|(?:[0-9a-fA-F]{4,32}[ \\n:-]){1,15}[0-9a-fA-F]{4,32}(?![0-9A-Za-z])" +
    `|(?=${BASE58}*\\d)(?=${BASE58}*[A-Za-z])(?:${BASE58}{85,90}|${BASE58}{50,60})(?![0-9A-Za-z])` +
    `|(?!0x|bc1|tb1|ltc1|addr1)(?=${BASE64}*\\d)(?=${BASE64}*[a-z])(?=${BASE64}*[A-Z])${BASE64}{43,128}={0,2}`,
  "y",
);
const API_SECRET = new RegExp(`(?!0x)(?=${BASE64}*\\d)(?=${BASE64}*[A-Za-z])${BASE64}{24,128}={0,2}`, "y");
const SETUP_GROUPS = /(?:[A-Za-z2-7]{4}[ -]){3,15}[A-Za-z2-7]{2,4}(?![A-Za-z0-9])/y;
const SETUP_RUN = /[A-Za-z2-7]{16,128}(?![A-Za-z0-9])/y;
const PRIVATE_NAME = new RegExp(PRIVATE_KEY, "g");
const PRIVATE_HERE = new RegExp(PRIVATE_KEY, "y");
const SETUP_NAME = new RegExp(SETUP_KEY, "g");
const PUBLIC = new RegExp(PUBLIC_NUMBER);
const NAMES = new RegExp(`(?<certain>${PRIVATE_KEY})|(?<public>${PUBLIC_NUMBER})|(?<key>${ANY_KEY})`, "g");
const NOT_KEY =
  /(?:\b(?:not|no|never|nao|isn't) (?:a |my |the |es |is |e )?(?:mi |minha |la |a )?|不是(?:我的)?|並非|не |ليست? )$/;
const API = /api|secret|密|シークレット|시크릿|секрет/;
// How many characters around a number tell what it is.
const REACH = { before: 80, wide: 160, after: 40, name: 60 };

/**
 * The private keys and setup keys in a text.
 * @param {import("./guard-text.js").Reading} reading
 * @param {string} kind the kind of the field that holds it
 * @returns {{start: number, end: number, ask: boolean}[]}
 */
export function findKeys({ text, lower }, kind) {
  const [textOnly, lowerOnly] = [withoutLinks(text), withoutLinks(lower)];
  const found = CERTAIN.flatMap((shape) => spans(textOnly, shape));
  return [
    ...found,
    ...spans(text, AUTHENTICATOR_LINK),
    ...pems(text),
    ...namedKeys(text, lower),
    ...setupKeys(text, lower),
    ...numbers(textOnly, lowerOnly, kind),
  ];
}

function spans(text, shape) {
  return Array.from(text.matchAll(shape), ({ 0: match, index }) => span(index, match));
}

function span(start, text, ask = false) {
  return { start, end: start + text.length, ask };
}

function pems(text) {
  const found = [];
  for (const begin of text.matchAll(PEM_BEGIN)) {
    if (found.length > 0 && begin.index < found.at(-1).end) continue;
    PEM_END.lastIndex = begin.index;
    const end = PEM_END.exec(text);
    // A key that was not copied to its end is one all the same.
    found.push({ start: begin.index, end: end ? end.index + end[0].length : text.length, ask: false });
  }
  return found;
}

function namedKeys(text, lower) {
  const found = [];
  for (const name of lower.matchAll(PRIVATE_NAME)) {
    if (NOT_KEY.test(lower.slice(Math.max(0, name.index - 20), name.index))) continue;
    const path = follow(lower, name.index + name[0].length, true);
    if (path.open) continue;
    const key = sticky(NAMED_KEY, text, path.at) ?? (API.test(name[0]) && sticky(API_SECRET, text, path.at));
    if (key && (!/[ \n:-]/.test(key) || key.replace(/[^0-9a-fA-F]/g, "").length === 64)) found.push(span(path.at, key));
  }
  return found;
}

function sticky(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function setupKeys(text, lower) {
  const found = [];
  for (const name of lower.matchAll(SETUP_NAME)) {
    const path = follow(lower, name.index + name[0].length, true);
    const key = sticky(SETUP_GROUPS, text, path.at) ?? sticky(SETUP_RUN, text, path.at);
    const shown = key && withoutWords(key);
    if (shown && isSetupKey(shown, path.joined)) found.push(span(path.at, shown));
  }
  return found;
}

// Words of four letters that follow look like groups; keys have 16 or 32 characters when they are shown in groups.
function withoutWords(key) {
  const groups = key.split(/[ -]/);
  const areWords = (rest) => rest.length > 0 && rest.every((group) => /^[a-z]+$/.test(group));
  const kept = [32 / 4, 16 / 4].find((count) => areWords(groups.slice(count)));
  return kept ? key.slice(0, kept * 5 - 1) : key;
}

function isSetupKey(key, joined) {
  const letters = key.replace(/[ -]/g, "");
  if (letters !== letters.toUpperCase() && letters !== letters.toLowerCase()) return false;
  if (/[2-7]/.test(letters)) return /[a-z]/i.test(letters);
  const unspeakable = key.split(/[ -]/).filter((group) => !/[aeiouy]/i.test(group)).length;
  return letters === letters.toUpperCase() || (joined && unspeakable > 0);
}

// Numbers of 64 hexadecimal digits, or of 64 bytes in base 58: a private key, or a transaction, a block, a public key.
function numbers(text, lower, kind) {
  const found = [];
  let before = null;
  for (const { 0: number, 1: prefix, index } of text.matchAll(NUMBER)) {
    const place = span(index, number);
    // Base 58 and 0x are how transactions are written, and keys hardly ever.
    const isPublic = Boolean(prefix) || number.length > 64;
    const listed = before && !/[\p{L}.]/u.test(lower.slice(before.end, index));
    const meaning = listed ? before.meaning : meaningOf(lower, place, isPublic, before?.end ?? 0);
    before = { end: place.end, meaning };
    if (meaning === "key") found.push(place);
    if (meaning === "unknown" && kind !== "transaction") found.push({ ...place, ask: true });
  }
  return found;
}

function meaningOf(lower, { start, end }, isPublic, earliest) {
  const ahead = follow(lower, end);
  if (ahead.stated && sticky(PRIVATE_HERE, lower, ahead.at)) return "key";
  const near = lastName(lower, Math.max(earliest, start - REACH.before), start);
  const between = near && lower.slice(near.end, start);
  if (near?.certain && between.length <= REACH.name && !/[.!?。!?]\s|\n\s*\n|。/.test(between)) return "key";
  if (isPublic) return "public";
  const name = near ?? lastName(lower, Math.max(0, start - REACH.wide), start);
  if (name) return name.isKey ? "unknown" : "public";
  return PUBLIC.test(lower.slice(end, end + REACH.after)) ? "public" : "unknown";
}

function lastName(lower, from, to) {
  const match = Array.from(lower.slice(from, to).matchAll(NAMES)).at(-1);
  if (!match) return null;
  const { certain, key } = match.groups;
  const end = from + match.index + match[0].length;
  const denied = NOT_KEY.test(lower.slice(Math.max(0, from + match.index - 20), from + match.index));
  return { end, isKey: Boolean(certain || key) && !denied, certain: Boolean(certain) && !denied };
}
