// Seed phrases: words of the BIP-39 list in a row, however they are set, and the shapes of Chinese and Japanese ones.

import { EVERYDAY } from "./guard-everyday.js";
import { BY_BEGINNING, LISTED, tokenise } from "./guard-tokens.js";
import { words } from "./guard-vocabulary.js";
import { WORDS } from "./words.js";

const LEAST = 12;
const LENGTHS = [12, 15, 18, 21, 24];
// On metal plates words are cut to four letters, which tell them apart.
const CUT = new Set(WORDS.map((word) => word.slice(0, 4)));
const NAME = new RegExp(
  words({
    latin: [
      "seed", "seed ?phrase", "mnemonics?", "(?:recovery|secret|backup|wallet) (?:phrase|words)", "semilla", "semente",
      "(?:frase|palabras|palavras) (?:de|secretas?)",
    ],
    cyrillic: ["сид[- ]?фраз[а-я]+", "сид", "мнемо[а-я]+", "фраз[а-я]+ восстановления", "секретн[а-я]+ фраз[а-я]+"],
    arabic: ["عبارة (?:ال)?(?:استرداد|سرية|بذرة|استعادة)", "كلمات (?:ال)?(?:استرداد|سرية)"],
    other: ["助[记記][词詞]", "シード", "リカバリーフレーズ", "ニーモニック", "시드", "니모닉", "복구 ?(?:구문|문구)"],
  }),
);
const NAME_REACH = 80;
// Words that name a phrase right before it, and are listed themselves.
const NAMING = new Set(["seed", "phrase", "secret", "private", "wallet", "word", "key", "this", "that"]);
// Words of sentences that BIP-39 has not, but has some that are one letter from them.
const SMALL = new Set(
  (
    "a am an and are as at be been by do for from had has he her him his i if in is it its me my no of on or our out " +
    "she so the them to up us was we were"
  ).split(" "),
);
const BETWEEN = "[\\s,、.;|/·-]{1,3}(?:\\d{1,2}[.)、:]?\\s?)?";
// Chinese characters, or Japanese words, that stand apart from each other.
const HAN = "\\p{Script=Han}";
const hanRow = (least) => new RegExp(`(?<!${HAN})(?:${HAN}${BETWEEN}){${least - 1},}${HAN}(?!${HAN})`, "gu");
const kanaRow = (least) => new RegExp(`(?<!\\p{L})(?:[ぁ-ゖー]{3,8}${BETWEEN}){${least - 1},}[ぁ-ゖー]{3,8}(?!\\p{L})`, "gu");
// A sentence that is set with spaces holds words; a phrase does not, but by chance.
const HAN_WORDS = new RegExp(
  "我的|我们|您好|你好|没有|沒有|提现|提現|充值|到账|到帳|账户|帳戶|账号|帳號|交易|帮助|幫助|中心|欢迎|歡迎|请问|請問|不能|可以|怎么|怎麼|什么|什麼|谢谢|謝謝|" +
    "客服|登录|登入|密码|密碼|订单|訂單|地址|北极|北極|验证|驗證|问题|問題|转账|轉帳|资金|資金|安全|现在|現在|一个|一個|已经|已經|为什|為什|時間|时间",
  "g",
);

/**
 * The seed phrases in a text.
 * @param {string} lower the text as guard-text.js reads it
 * @returns {{start: number, end: number}[]}
 */
export function findPhrases(lower) {
  return [...englishRows(lower, tokenise(lower)), ...findSpacedRows(lower, LEAST)];
}

/**
 * Chinese characters and Japanese words that stand in a row like those of a seed phrase.
 * @param {string} lower the text as guard-text.js reads it
 * @param {number} least how many there must be
 * @returns {{start: number, end: number}[]}
 */
export function findSpacedRows(lower, least) {
  const found = [];
  for (const { 0: row, index } of lower.matchAll(hanRow(least))) {
    const bare = row.replace(/[^\p{Script=Han}]/gu, "");
    if ((bare.match(HAN_WORDS) ?? []).length < 2) found.push({ start: index, end: index + row.length });
  }
  for (const { 0: row, index } of lower.matchAll(kanaRow(least))) found.push({ start: index, end: index + row.length });
  return found;
}

function englishRows(lower, tokens) {
  const unlisted = sums(tokens, (token) => !token.listed);
  const uncut = sums(tokens, ({ word }) => word.length > 4 || !(LISTED.has(word) || CUT.has(word)));
  const breaks = sums(tokens, (token) => !token.follows);
  const found = [];
  let everyday = null;
  for (let at = 0; at + LEAST <= tokens.length; at += 1) {
    const end = at + LEAST;
    if (breaks[end] > breaks[at + 1]) continue;
    const missing = unlisted[end] - unlisted[at];
    if (missing > 1 && uncut[end] > uncut[at]) continue;
    const row = tokens.slice(at, end);
    const odd = missing === 1 && uncut[end] > uncut[at] ? row.find((token) => !token.listed).word : null;
    if (odd && !isMisspelt(odd)) continue;
    everyday ??= everydayRows(tokens);
    if (everyday(at, end, odd) && !isNamed(lower, row[0].start)) continue;
    const before = found.at(-1);
    if (before && before.end > at) before.end = end;
    else found.push({ at, end });
  }
  return found.map(({ at, end }) => trimmed(lower, tokens.slice(at, end)));
}

// Tells whether a row is more likely a sentence, a meal, a menu of an app or a list of coins. `odd` is its word that is
// not listed: misspelt, or a word of a sentence.
function everydayRows(tokens) {
  const kinds = EVERYDAY.map(({ words: kind }) => sums(tokens, ({ word }) => kind.has(word)));
  const any = sums(tokens, ({ word }) => EVERYDAY.some(({ words: kind }) => kind.has(word)));
  return (at, end, odd) => {
    const counts = kinds.map((total) => total[end] - total[at]);
    if (odd) counts[0] += SMALL.has(odd) ? 4 : 1;
    if (EVERYDAY.some(({ most }, kind) => counts[kind] > most)) return true;
    if (any[end] - any[at] > (end - at) * 0.8) return true;
    // Program texts repeat their words; phrases do not, but for the well-known ones of one or two words.
    const distinct = new Set(tokens.slice(at, end).map(({ word }) => word)).size;
    return distinct > 2 && distinct < 8;
  };
}

function sums(tokens, counts) {
  const total = new Uint32Array(tokens.length + 1);
  tokens.forEach((token, at) => {
    total[at + 1] = total[at] + (counts(token) ? 1 : 0);
  });
  return total;
}

function isNamed(lower, at) {
  return NAME.test(lower.slice(Math.max(0, at - NAME_REACH), at));
}

// Without words of the text around that happen to be listed, or to be near a listed one.
function trimmed(lower, row) {
  const cut = row.every(({ word }) => word.length <= 4);
  let kept = row;
  if (!cut && kept.length > LEAST && !kept[0].listed) kept = kept.slice(1);
  if (!cut && kept.length > LEAST && !kept.at(-1).listed) kept = kept.slice(0, -1);
  for (let extra = 1; extra <= 3 && !LENGTHS.includes(kept.length); extra += 1) {
    const names = kept.slice(0, extra).every(({ word }) => NAMING.has(word));
    if (names && LENGTHS.includes(kept.length - extra)) kept = kept.slice(extra);
  }
  if (!LENGTHS.includes(kept.length)) kept = evenlySet(lower, kept);
  return { start: kept[0].start, end: kept.at(-1).end };
}

// The part of a row whose words are set in one way: "phrase -> one two three …" begins behind the arrow.
function evenlySet(lower, row) {
  const gaps = row.slice(1).map(({ start }, at) => lower.slice(row[at].end, start).replace(/\d/g, ""));
  const usual = gaps.filter((gap) => gap === gaps[Math.floor(gaps.length / 2)]).length > gaps.length / 2;
  const isOdd = (gap) => usual && gap !== gaps[Math.floor(gaps.length / 2)];
  const first = gaps.slice(0, 3).findLastIndex(isOdd) + 1;
  const last = gaps.slice(-3).findIndex(isOdd);
  const end = last < 0 ? row.length : row.length - Math.min(3, gaps.length) + last;
  return end - first >= LEAST ? row.slice(first, end) : row;
}

let shortened = null;

// Whether a word is one letter from a listed one: too many, missing, another or exchanged; or has another ending.
function isMisspelt(word) {
  if (word.length < 2) return false;
  shortened ??= new Set(WORDS.flatMap(shorter));
  if (shortened.has(word)) return true;
  const alike = BY_BEGINNING.get(word.slice(0, 3)) ?? [];
  const hasOtherEnding = (other) => other.startsWith(word.slice(0, 4)) && Math.abs(other.length - word.length) <= 2;
  if (alike.some(hasOtherEnding)) return true;
  return shorter(word).some((less) => LISTED.has(less) || shortened.has(less));
}

function shorter(word) {
  return word.length > 20 ? [] : Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
