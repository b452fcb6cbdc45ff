// One-time codes: digits beside a word for a code.

import { follow, goesOn, startsLine } from "./guard-grammar.js";
import { ANY_CODE, BACKUP_CODE, BEFORE_ANY_CODE, CODE, NO_CODE } from "./guard-vocabulary.js";
import { REFERENCE } from "./guard-vocabulary-keys.js";

const NAMES = new RegExp(`(?<certain>${CODE})|(?<any>${ANY_CODE})`, "g");
const CERTAIN_HERE = new RegExp(CODE, "y");
const ANY_HERE = new RegExp(ANY_CODE, "y");
const CARD_CODE = /cvv|cvc|card|卡/;
const CHAIN = /(?:g-)?\d+(?:[ -]\d+)*/y;
const CHAINS = /(?<![\d\p{L}.,:/+#$€£¥₩_-])(?:g-)?\d+(?:[ -]\d+)*/gu;
const LETTERED = /[A-Z0-9]{5,10}(?:-[A-Z0-9]{3,6})?(?![A-Za-z0-9])/y;
const BACKUP_NAME = new RegExp(BACKUP_CODE, "g");
const BACKUP = /[a-z0-9]{4,12}(?:-[a-z0-9]{3,12}){0,3}(?![a-z0-9])/y;
const BETWEEN_BACKUPS = /(?:[\s,;、|·•-]|(?:and|y|e|и|和|و)\s|\d{1,2}[.)]\s){1,5}/y;
const YEAR = /^(?:19|20)\d\d$/;
const NOT_ARRIVED = new RegExp(
  "^[^,.;!?]{0,12}(?:(?:not|never|n't)(?: been)? (?:arriv|receiv|com|deliver|sent|get|got|show)|не приш|не приход|" +
    "не получ|нет|没|沒|未|收不到|لم|لا يصل|안 ?[와옴오]|오지|못 ?받|없|届か|届いてい|来な|no (?:llega|recib)|nao (?:chega|receb))",
);
// What a message is about when a code is not the digits before it: "12345678 2FA reset".
const OTHER_MATTER = new RegExp(
  "^\\s?(?:[:\\d]|reset|lost|problem|issue|error|fail|is |was |please|help|重置|重設|丢失|遺失|问题|問題|[错錯][误誤]|是|リセット|" +
    "紛失|は|재설정|분실|는|은|сброс|потер|perdid|restablec|redefin)",
);
const NO_CODE_NEAR = new RegExp(NO_CODE);
const BEFORE_ANY = new RegExp(`${BEFORE_ANY_CODE}[\\s"'(:]*$`);
const LEADS = new RegExp(`${REFERENCE}|${NO_CODE}`, "g");
const REACH = 40;

/**
 * The one-time codes in a text.
 * @param {import("./guard-text.js").Reading} reading
 * @returns {{start: number, end: number}[]}
 */
export function findCodes({ text, lower }) {
  return [...named(text, lower), ...described(lower), ...backups(lower)];
}

// "the code is 123456"
function named(text, lower) {
  const found = [];
  for (const { 0: name, index, groups } of lower.matchAll(NAMES)) {
    const end = index + name.length;
    if (!groups.certain && !isPlainCode(lower, index)) continue;
    const path = follow(lower, end, startsLine(lower, index));
    if (path.open) continue;
    const code = digits(lower, path, name) ?? (groups.certain && path.joined && lettered(text, path.at));
    if (!code) continue;
    if (YEAR.test(lower.slice(code.start, code.end)) && !(path.joined && groups.certain)) continue;
    if (groups.certain || isLikely(lower, path, isOwn(lower, index), code)) found.push(code);
  }
  return found;
}

// "123456 is my code"
function described(lower) {
  const found = [];
  for (const { 0: chain, index } of lower.matchAll(CHAINS)) {
    const end = index + chain.length;
    if (!isCode(chain, 4) || isLed(lower, index)) continue;
    const path = follow(lower, end);
    const adjoins = path.words === 0 && !path.joined && isLong(chain);
    if (!path.stated && !adjoins && !(path.joined && !path.explicit)) continue;
    const skipped = lower.slice(path.at, path.at + 20).match(/^[a-z0-9]+ (?=\S)/)?.[0].length ?? 0;
    // One word more may stand before it: "123456 is your Example code".
    const name = adjoins
      ? here(CERTAIN_HERE, lower, path.at)
      : codeName(lower, path.at) ?? (path.words > 1 ? codeName(lower, path.at + skipped) : null);
    const after = name && lower.slice(name.end, name.end + 20);
    if (name && !NOT_ARRIVED.test(after) && !(adjoins && OTHER_MATTER.test(after))) found.push({ start: index, end });
  }
  return found;
}

// "123456 OTP" without a word between is clear with the usual number of digits only.
function isLong(chain) {
  const count = chain.replace(/\D/g, "").length;
  return count === 6 || count === 8;
}

function codeName(lower, at) {
  return here(CERTAIN_HERE, lower, at) ?? here(ANY_HERE, lower, at);
}

function here(pattern, lower, at) {
  pattern.lastIndex = at;
  const match = pattern.exec(lower);
  return match && { end: at + match[0].length };
}

// Whether the digits are an order's, a user's or an error's number.
function isLed(lower, index) {
  const from = Math.max(0, index - REACH);
  const name = Array.from(lower.slice(from, index).matchAll(LEADS)).at(-1);
  return Boolean(name) && follow(lower, from + name.index + name[0].length, true).at === index;
}

// A word for any code, alone or behind a word that leaves it a code for signing in.
function isPlainCode(lower, index) {
  const before = lower.slice(Math.max(0, index - REACH), index);
  if (NO_CODE_NEAR.test(before.split("\n").at(-1))) return false;
  return /(?:^|[^\p{L}\d\s-]\s*|\n\s*)$/u.test(before) || BEFORE_ANY.test(before);
}

function isOwn(lower, index) {
  return BEFORE_ANY.test(lower.slice(Math.max(0, index - REACH), index));
}

function isLikely(lower, path, isOwn, { start, end }) {
  const after = lower.slice(end, end + 30);
  if (/^\s?:\s?\S/.test(after) || (end - start < 6 && /^,? (?:and |y |e |и )?\d/.test(after))) return false;
  return end - start >= 6 || ((path.joined || path.words > 0 || isOwn) && !NO_CODE_NEAR.test(after));
}

function digits(lower, path, name) {
  const chain = here(CHAIN, lower, path.at);
  if (!chain) return null;
  const code = { start: path.at, end: chain.end };
  if (goesOn(lower, code.end)) return null;
  return isCode(lower.slice(code.start, code.end), CARD_CODE.test(name) ? 3 : 4) ? code : null;
}

// 4 to 8 digits in one group, or in groups of one size; not dates, nor telephone numbers.
function isCode(chain, least) {
  const groups = chain.replace("g-", "").split(/[ -]/);
  const count = groups.join("").length;
  return count >= least && count <= 8 && groups.every((group) => group.length === groups[0].length);
}

function lettered(text, at) {
  LETTERED.lastIndex = at;
  const code = LETTERED.exec(text)?.[0];
  return code && /[A-Z]/.test(code) && code.replace(/\D/g, "").length > 1 ? { start: at, end: at + code.length } : null;
}

function isBackup(code) {
  return /[a-z]/.test(code) ? /\d.*\d|\d.*-|-.*\d/.test(code) : /\d{6}|\d-\d/.test(code);
}

function backups(lower) {
  const found = [];
  for (const { 0: name, index } of lower.matchAll(BACKUP_NAME)) {
    let { at } = follow(lower, index + name.length, true);
    for (let count = 0; count < 20; count += 1) {
      const code = here(BACKUP, lower, at);
      const letters = code && lower.slice(at, code.end);
      if (!code || !isBackup(letters)) break;
      found.push({ start: at, end: code.end });
      at = here(BETWEEN_BACKUPS, lower, code.end)?.end ?? lower.length;
    }
  }
  return found;
}
