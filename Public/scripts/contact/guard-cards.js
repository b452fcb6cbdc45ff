// Payment card numbers: an issuer's prefix and length, a right check digit, and no other name for the number.

import { follow } from "./guard-grammar.js";
import { withoutLinks } from "./guard-text.js";
import { CARD, REFERENCE } from "./guard-vocabulary-keys.js";

// Issuers' prefixes and the lengths of their numbers.
const ISSUERS = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^(?:6011|64[4-9]|65)/, [16, 19]], // Discover, RuPay, Elo
  [/^62/, [16, 17, 18, 19]], // UnionPay
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]], // JCB
  [/^220[0-4]/, [16, 17, 18, 19]], // Mir
  [/^(?:36|38|39|30[0-5])/, [14, 16]], // Diners Club
];
// Prefixes that other numbers have as often: they count in groups of four or beside a word for a card.
const RARE_ISSUERS = [
  [/^(?:5018|5020|5038|5[678]93|6304|6759|676[1-3])/, [13, 14, 15, 16, 17, 18, 19]], // Maestro
  [/^(?:50[6-9]|60[678]|627780|636[23]|637|81|82)/, [16, 17, 18, 19]], // Elo, Hipercard, RuPay, Verve, UnionPay
  [/^(?:9792|8600|9860|94|9682)/, [16]], // Troy, Uzcard, Humo, BC, mada
];
const USUAL_LENGTHS = [15, 16];
const CHAIN = /(?<!\d)\d+(?:[ \t\n._/·-]{1,3}\d+)*/g;
// How cards are printed, besides four groups of four: American Express, Diners Club, UnionPay, 13 digits.
const PRINTED = ["4-6-5", "4-6-4", "6-13", "4-3-3-3", "8-8", "4-4-4-4", "4-4-4-1", "4-4-5"];
const IBAN = /(?<![a-z0-9])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])/g;
const CARD_NAME = new RegExp(CARD);
const REFERENCE_NAME = new RegExp(REFERENCE, "g");
const REFERENCE_HERE = new RegExp(REFERENCE, "y");
const MONEY_BEFORE = /[$€£¥₩₽₹+#@]\s?$/;
const MONEY_AFTER = new RegExp(
  "^\\s?(?:[%$€£¥₩₽₹原円元]|руб|(?:usd[tc]?|eur|btc|eth|trx|bnb|xrp|sol|shib|pepe|doge|krw|jpy|cny|rub|brl|idr|vnd|" +
    "wei|gwei|sats?|satoshis?|won|yen|dong|rupiah)(?![a-z0-9]))",
);
const REACH = 40;

/**
 * The card numbers in a text.
 * @param {string} lower the text as guard-text.js reads it
 * @param {string} kind the kind of the field that holds it
 * @returns {{start: number, end: number}[]}
 */
export function findCards(lower, kind) {
  const text = withoutLinks(lower).replace(IBAN, (iban) => (isIban(iban) ? " ".repeat(iban.length) : iban));
  const found = [];
  for (const { 0: chain, index } of text.matchAll(CHAIN)) {
    if (chain.length < 13) continue;
    for (const { start, end, groups } of candidates(chain)) {
      const number = { start: index + start, end: index + end, groups };
      if (isCard(text, number, kind)) found.push({ start: number.start, end: number.end });
    }
  }
  return found;
}

// The parts of a chain of digits that are set like a card number.
function candidates(chain) {
  const found = [];
  for (const { 0: line, index } of chain.matchAll(/[^\n]+/g)) found.push(...inLine(line, index));
  const groups = Array.from(chain.matchAll(/\d+/g));
  // A number may be broken over two lines.
  const isBroken = chain.split("\n").length === 2 && PRINTED.includes(shape(groups));
  if (isBroken) found.push(joined(groups, 0, groups.length, 0));
  return found;
}

function inLine(line, offset) {
  const groups = Array.from(line.matchAll(/\d+/g));
  const found = [];
  for (let at = 0; at < groups.length; at += 1) {
    const fours = countFours(groups, at);
    if (fours >= 4) {
      found.push(...rowOfFours(groups, at, fours, offset));
      at += fours - 1;
      continue;
    }
    for (const count of [1, 2, 3, 4]) {
      const part = groups.slice(at, at + count);
      const isSingle = count === 1 && part[0][0].length >= 13 && part[0][0].length <= 19;
      const isPrinted = part.length === count && PRINTED.includes(shape(part));
      if (isSingle || isPrinted) found.push(joined(groups, at, at + count, offset));
    }
  }
  if (groups.length > 1 && groups.length <= 19) found.push(wholeLine(groups, offset));
  return found;
}

function countFours(groups, at) {
  let end = at;
  while (end < groups.length && groups[end][0].length === 4) end += 1;
  return end - at;
}

// Groups of four are one card or several; otherwise they are a row of numbers, unless a word for a card says more.
function rowOfFours(groups, at, count, offset) {
  if (count % 4 !== 0) return [{ ...joined(groups, at, at + 4, offset), groups: 0 }];
  const found = [];
  for (let from = at; from < at + count; from += 4) found.push(joined(groups, from, from + 4, offset));
  const rest = groups[at + count]?.[0].length ?? 4;
  if (rest < 4) found.push(joined(groups, at + count - 4, at + count + 1, offset));
  return found;
}

// Digits in groups of one size, or in any groups, which say nothing.
function wholeLine(groups, offset) {
  const [first] = groups[0];
  const areEven = groups.slice(0, -1).every(([group]) => group.length === first.length);
  const isEven = first.length < 4 && groups.length > 4 && areEven;
  const whole = joined(groups, 0, groups.length, offset);
  return isEven ? whole : { ...whole, groups: 0 };
}

function shape(groups) {
  return groups.map(([group]) => group.length).join("-");
}

// `groups` is 0 where the setting alone says nothing.
function joined(groups, from, to, offset) {
  const last = groups[to - 1];
  return { start: offset + groups[from].index, end: offset + last.index + last[0].length, groups: to - from };
}

function isCard(text, { start, end, groups }, kind) {
  const digits = text.slice(start, end).replace(/\D/g, "");
  const isRare = !hasIssuer(ISSUERS, digits);
  if ((isRare && !hasIssuer(RARE_ISSUERS, digits)) || !hasCheckDigit(digits)) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  if (/\d[.,]$/.test(before) || /^[.,]\d/.test(after)) return false;
  if (MONEY_BEFORE.test(before) || MONEY_AFTER.test(after)) return false;
  if (/^[a-z_]/.test(after) || isReference(text, before, start, end)) return false;
  const isNamed = CARD_NAME.test(before) || CARD_NAME.test(after);
  if (/[a-z_]$/.test(before) && !isNamed) return false;
  if (isNamed || groups > 1) return isNamed || !isRare || groups === 4;
  // Order numbers have as many digits.
  if (groups === 0 || isRare || kind === "reference" || kind === "transaction") return false;
  return USUAL_LENGTHS.includes(digits.length) || /^62/.test(digits);
}

function hasIssuer(issuers, digits) {
  return issuers.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits));
}

// ISO/IEC 7812, by Luhn: from the right, every second digit counts twice.
function hasCheckDigit(digits) {
  const sum = Array.from(digits).reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (1 + (at % 2));
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

// Whether a name such as "order number" leads to a number, or the number is said to be one.
function isReference(text, before, start, end) {
  const name = Array.from(before.matchAll(REFERENCE_NAME)).at(-1);
  if (name && follow(text, start - before.length + name.index + name[0].length, true).at === start) return true;
  const path = follow(text, end);
  REFERENCE_HERE.lastIndex = path.at;
  return path.stated && REFERENCE_HERE.test(text);
}

// ISO 13616: the country and check digits go last, letters count from 10, and the remainder by 97 is 1.
function isIban(text) {
  const plain = text.replaceAll(" ", "");
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = Array.from(plain.slice(4) + plain.slice(0, 4), (letter) => parseInt(letter, 36)).join("");
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
