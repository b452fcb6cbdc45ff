// The words of a text, as the search for seed phrases needs them.

import { WORDS } from "./words.js";

/** The words of BIP-39. */
export const LISTED = new Set(WORDS);
/** The same by their first three letters. */
export const BY_BEGINNING = new Map();
for (const word of WORDS) {
  const beginning = word.slice(0, 3);
  BY_BEGINNING.set(beginning, [...(BY_BEGINNING.get(beginning) ?? []), word]);
}

const SHORTEST = 3;
// A row goes on over numbers, bullets and line breaks, but not over other text.
const WIDEST_GAP = 16;
const BULLET = /^(?:[a-z]|st|nd|rd|th|no|nr)$/;

/**
 * A word of a text.
 * @typedef {object} Token
 * @property {string} word
 * @property {number} start
 * @property {number} end
 * @property {boolean} listed whether BIP-39 has it
 * @property {boolean} follows whether the row of words goes on from the one before
 */

/**
 * The Latin words of a text; letters without spaces are taken apart where they are words of BIP-39.
 * @param {string} lower the text as guard-text.js reads it
 * @param {number} [least] how many words there must be in letters without spaces that are not made of words alone
 * @returns {Token[]}
 */
export function tokenise(lower, least = 12) {
  const tokens = [];
  let last = 0;
  for (const { 0: letters, index } of lower.matchAll(/[a-z]+/g)) {
    if (isBullet(lower, letters, index)) continue;
    const follows = tokens.length > 0 && index - last <= WIDEST_GAP && !/\p{L}{6}/u.test(lower.slice(last, index));
    let start = index;
    for (const word of LISTED.has(letters) ? [letters] : pieces(letters, least)) {
      const end = start + word.length;
      tokens.push({ word, start, end, listed: LISTED.has(word), follows: start > index || follows });
      start = end;
    }
    last = start;
  }
  return tokens;
}

// "a)", "1st", "No. 1", "word 1", ", and": they number and join words.
function isBullet(lower, letters, index) {
  const end = index + letters.length;
  if (letters === "and") return lower.startsWith(", ", index - 2);
  if (letters === "word") return /^\s?#?\d/.test(lower.slice(end, end + 3));
  return BULLET.test(letters) && (/[(\d]/.test(lower[index - 1] ?? "") || /[.):#\d]/.test(lower[end] ?? ""));
}

// Letters without spaces, taken apart where words of the list meet: all of them, or `least` words within them.
function pieces(letters, least) {
  if (letters.length < 2 * SHORTEST) return [letters];
  const whole = letters.length < least * SHORTEST;
  // The most words in a row that end at each place, and the length of the last of them.
  const most = new Uint32Array(letters.length + 1);
  const length = new Uint8Array(letters.length + 1);
  for (let at = 0; at < letters.length; at += 1) {
    if (whole && at > 0 && most[at] === 0) continue;
    for (const word of BY_BEGINNING.get(letters.slice(at, at + 3)) ?? []) {
      const end = at + word.length;
      if (most[end] > most[at] || !letters.startsWith(word, at)) continue;
      most[end] = most[at] + 1;
      length[end] = word.length;
    }
  }
  const end = whole ? letters.length : most.indexOf(most.reduce((best, count) => Math.max(best, count), 0));
  if (most[end] < (whole ? 1 : least)) return [letters];
  const taken = [letters.slice(end)];
  let at = end;
  for (; length[at] > 0; at -= length[at]) taken.push(letters.slice(at - length[at], at));
  taken.push(letters.slice(0, at));
  return taken.reverse().filter((word) => word !== "");
}
