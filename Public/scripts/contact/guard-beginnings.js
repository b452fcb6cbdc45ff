// What may become a secret when the reader types on: most of a seed phrase, most of a private key. Nothing is wrong
// with it yet, but it tells nearly as much as the whole.

import { findSpacedRows } from "./guard-phrases.js";
import { read } from "./guard-text.js";
import { tokenise } from "./guard-tokens.js";

/** Fewer words of a phrase help nobody: those that are missing cannot be tried out. */
const WORDS_KNOWN = 6;
/** Longer than an address and a commit, which have 40 digits, shorter than a key, which has 64. */
const DIGITS = /(?<![0-9A-Za-z])(?:0x)?[0-9a-fA-F]{41,63}(?![0-9A-Za-z])/g;
/** Where such numbers are at home. */
const NUMBER_KINDS = ["transaction", "address", "url"];

/**
 * The beginnings of secrets in a text, in their order.
 * @param {string} text
 * @param {string} kind the kind of the field that holds the text
 * @returns {{start: number, end: number}[]} as `redact` takes them
 */
export function findBeginnings(text, kind) {
  const reading = read(text);
  const spans = [...rows(tokenise(reading.lower, WORDS_KNOWN)), ...findSpacedRows(reading.lower, WORDS_KNOWN)];
  if (!NUMBER_KINDS.includes(kind)) {
    for (const { 0: digits, index } of reading.text.matchAll(DIGITS)) {
      spans.push({ start: index, end: index + digits.length });
    }
  }
  return spans.sort((one, other) => one.start - other.start).map(({ start, end }) => {
    const [from, to] = reading.source(start, end);
    return { start: from, end: to };
  });
}

/** Words of seed phrases that stand in a row. */
function rows(tokens) {
  const found = [];
  let row = [];
  for (const token of [...tokens, { listed: false }]) {
    if (token.listed && (row.length === 0 || token.follows)) {
      row.push(token);
      continue;
    }
    if (row.length >= WORDS_KNOWN) found.push({ start: row[0].start, end: row.at(-1).end });
    row = token.listed ? [token] : [];
  }
  return found;
}
