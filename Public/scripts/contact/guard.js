// Finds what nobody should ever send to support: seed phrases, private keys, passwords, one-time codes, card numbers.
// Everything happens on the page; nothing is stored or sent.

import { findCards } from "./guard-cards.js";
import { findCodes } from "./guard-codes.js";
import { findKeys } from "./guard-keys.js";
import { findPasswords } from "./guard-passwords.js";
import { findPhrases } from "./guard-phrases.js";
import { read } from "./guard-text.js";

/**
 * A secret in a text.
 * @typedef {object} Found
 * @property {"seedPhrase"|"privateKey"|"password"|"code"|"card"} secret
 * @property {number} start
 * @property {number} end
 * @property {boolean} ask whether it may as well be a transaction ID, so that the reader has to say
 */

/**
 * The secrets in a text, in their order, none within another.
 * @param {string} text
 * @param {{kind?: string}} [field] `kind` is the kind of the field that holds the text: transaction IDs look like keys
 * @returns {Found[]}
 */
export function findSecrets(text, { kind = "text" } = {}) {
  const reading = read(text);
  // Where two overlap, the first kind in this order is what it is.
  const candidates = [
    ...named("seedPhrase", findPhrases(reading.lower)),
    ...named("privateKey", findKeys(reading, kind)),
    ...named("card", findCards(reading.lower, kind)),
    ...named("code", findCodes(reading)),
    ...named("password", findPasswords(reading)),
  ];
  return withoutOverlaps(candidates).map((found) => {
    const [start, end] = reading.source(found.start, found.end);
    return { ...found, start, end };
  });
}

/**
 * A text without its secrets.
 * @param {string} text
 * @param {Found[]} found what `findSecrets` found in it
 * @param {string|((found: Found) => string)} replacement what stands in a secret's place
 * @returns {string}
 */
export function redact(text, found, replacement) {
  const parts = [];
  let at = 0;
  for (const secret of found) {
    parts.push(text.slice(at, secret.start), typeof replacement === "function" ? replacement(secret) : replacement);
    at = secret.end;
  }
  return [...parts, text.slice(at)].join("");
}

function named(secret, spans) {
  const certainAndLongFirst = (one, other) =>
    Number(one.ask ?? false) - Number(other.ask ?? false) || other.end - other.start - (one.end - one.start);
  return spans.sort(certainAndLongFirst).map(({ start, end, ask = false }) => ({ secret, start, end, ask }));
}

// Keeps of those that overlap the first one. The kept ones stand in a sorted list, so that many stay cheap.
function withoutOverlaps(candidates) {
  const kept = [];
  const ranked = candidates.map((candidate, rank) => ({ ...candidate, rank }));
  const order = ranked.sort((one, other) => one.start - other.start);
  for (const { rank, ...candidate } of order) {
    const last = kept.at(-1);
    if (!last || last.candidate.end <= candidate.start) kept.push({ candidate, rank });
    else if (rank < last.rank) kept.splice(-1, 1, { candidate, rank });
  }
  return kept.map(({ candidate }) => candidate);
}
