// How near two names are to one another. A name is a label of a host, an account's name or what stands before an @.

import { skeleton } from "./verify-confusables.js";

// Words that many names hold: alone they point to nobody, and added to a name they make an imitation of it.
const COMMON = [
  "account accounts agent alert alerts api app auth bank blog bonus center centre chat claim client",
  "community contact crypto customer desk exchange forum free gift global group help helpdesk home hq",
  "hub id info login live mail mobile my news official online pay payment payments portal pro promo",
  "real recovery refund reward safe secure security service services shop signin site staff status",
  "store support team tech the ticket tickets trade trading update us user verify verified vip wallet",
  "web www x",
  "客服 官方 官网 官網 帮助 幫助 支持 登录 登錄 中心 服务 服務 交易所 公式 サポート 고객센터 고객지원 공식",
]
  .join(" ")
  .split(" ")
  .map(skeleton);
const COMMON_NAMES = new Set(COMMON);
const ANY_COMMON = `(?:${COMMON.sort((a, b) => b.length - a.length).join("|")})`;
const ONLY_COMMON = new RegExp(`^${ANY_COMMON}+$`);
const COMMON_EDGES = new RegExp(`^${ANY_COMMON}+|${ANY_COMMON}+$`, "g");

// From these weights on, a name is looked for with a letter or two wrong, and inside other names.
const FIRST_SLACK = 5;
const SECOND_SLACK = 9;
const INSIDE_FROM = 7;
const CORE_FROM = 4;
const DENSE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
// No name is longer; longer texts would only cost time.
const LONGEST = 80;

/**
 * The number of letters wrong: missing, added, changed, or two neighbours swapped (Damerau–Levenshtein, restricted).
 * @param {string} name The right one.
 * @param {string} text The other one.
 * @param {{inside?: boolean}} [options] `inside`: for the part of `text` that is nearest.
 * @returns {number}
 */
export function distance(name, text, { inside = false } = {}) {
  const a = [...name].slice(0, LONGEST);
  const b = [...text].slice(0, LONGEST);
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => (inside ? 0 : j));
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return inside ? Math.min(...above) : above[b.length];
}

/**
 * Whether one name can be taken for another as a whole.
 * @param {string} found The name in question.
 * @param {string} name Ours.
 * @param {number} [stricter] How many fewer letters may be wrong than usual.
 * @returns {"same"|"homoglyph"|"spelling"|null} What makes it similar; null when nothing does.
 */
export function resemblance(found, name, stricter = 0) {
  if (found === name) return "same";
  const shape = skeleton(found);
  const ours = skeleton(name);
  if (shape === ours) return "homoglyph";
  const allowed = slack(name) - stricter;
  if (allowed <= 0) return null;
  return Math.min(distance(name, found), distance(ours, shape)) <= allowed ? "spelling" : null;
}

/**
 * Whether a name holds ours beside something else, as `secure-northstar` and `northstarsupport` do.
 * @param {string} found The name in question.
 * @param {string} name Ours. Common words are never found, short names only where they stand apart.
 * @returns {boolean}
 */
export function holdsName(found, name) {
  const ours = bare(skeleton(name));
  if (ours === "" || isCommon(name)) return false;
  const shape = bare(skeleton(found));
  const unnumbered = bare(skeleton(found.replace(/\d+$/, "")));
  if (shape === ours || unnumbered === ours || wordsOf(found).includes(ours)) return true;
  if (unnumbered.startsWith(ours) && ONLY_COMMON.test(unnumbered.slice(ours.length))) return true;
  if (weight(core(ours)) >= CORE_FROM && core(unnumbered) === core(ours)) return true;
  if (weight(name) < INSIDE_FROM) return false;
  if (shape.includes(ours)) return true;
  if (weight(name) < SECOND_SLACK) return false;
  // As written, too: a skeleton may make one letter of the two that a slip brought together.
  const written = distance(bare(name.toLowerCase()), bare(found.toLowerCase()), { inside: true });
  return Math.min(written, distance(ours, shape, { inside: true })) <= 1;
}

/**
 * Whether a name is a common word, or common words only, so that it points to nobody.
 * @param {string} name A name.
 * @returns {boolean}
 */
export function isCommon(name) {
  const shape = bare(skeleton(name));
  return COMMON_NAMES.has(shape) || ONLY_COMMON.test(shape);
}

/**
 * The one of several texts that is nearest to another.
 * @template T
 * @param {string} text The text in question.
 * @param {T[]} candidates What to choose from; the first of equals wins.
 * @param {(candidate: T) => string} textOf What to compare of a candidate.
 * @returns {T|null} Null when there are no candidates.
 */
export function nearest(text, candidates, textOf) {
  const shape = skeleton(text);
  let best = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const apart = distance(skeleton(textOf(candidate)), shape);
    if (apart < least) [best, least] = [candidate, apart];
  }
  return best;
}

/** How many letters may be wrong before it is another name. */
function slack(name) {
  if (DENSE.test(name)) return [...name].length >= 3 ? 1 : 0;
  const letters = weight(name);
  return letters >= SECOND_SLACK ? 2 : letters >= FIRST_SLACK ? 1 : 0;
}

/** The length in letters; a character of Chinese, Japanese or Korean says as much as two. */
function weight(name) {
  return [...name].reduce((sum, character) => sum + (DENSE.test(character) ? 2 : 1), 0);
}

/** The skeletons of the words in a name, set apart by signs or by a capital, with and without their numbers. */
function wordsOf(name) {
  const apart = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  const words = apart.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return words.flatMap((word) => [word, word.replace(/\d+$/, "")]).map(skeleton);
}

/** What distinguishes a name: the common words at its ends left out. */
function core(shape) {
  return shape.replace(COMMON_EDGES, "");
}

function bare(shape) {
  return shape.replace(/[^\p{L}\p{N}]/gu, "");
}
