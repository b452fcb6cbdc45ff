// Telephone numbers in the many ways people write them, reduced to E.164: the country's code and all digits.

import { distance } from "./verify-names.js";

// The zeros of the digits that people type: ASCII, Arabic-Indic, Persian, Devanagari, Bengali, Thai, full-width.
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const SIGNS = /[\s().\/\-\u2010-\u2015\u2212\uff08\uff09\uff0d\uff0e\u30fc]/g;
const SHAPE = /^(?:tel:|sms:|callto:)?([+\d\s().\/\-\u2010-\u2015\u2212\uff08\uff09\uff0d\uff0e\u30fc]+)(.*)$/i;
// Letters that pass for the digits 0 and 1.
const LETTERED = /^(?:\+|00)(?=.*[oOlI])(?=(?:\D*\d){4})[\doOlI\s().\/-]+$/;
const EXTENSION = /^(?:[;,#x]|ext).*\d[\d#\s]*$/i;
// Country codes have one to three digits; none is the beginning of another.
const COUNTRY = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
const FEWEST = 3;
const MOST = 15;

/**
 * Reads a telephone number.
 * @param {string} text What was pasted.
 * @returns {{digits: string, international: boolean, exact: boolean, disguised: boolean}|null} `international`: the
 *   country's code is part of it. `exact`: there is no extension and nothing doubtful. `disguised`: letters stand for
 *   digits. Null when it is no telephone number.
 */
export function readPhone(text) {
  const written = foldDigits(text.replace(/\p{Cf}/gu, "")).trim();
  const plain = LETTERED.test(written) ? written.replace(/[oO]/g, "0").replace(/[lI]/g, "1") : written;
  const [, main, rest] = SHAPE.exec(plain) ?? [];
  if (main === undefined || (rest !== "" && !EXTENSION.test(rest)) || /^\d+(\.\d+){3}$/.test(plain)) return null;
  const packed = main.replace(/\(0\)/g, "o").replace(SIGNS, "").replace(/^00/, "+");
  const [, plus, number] = /^(\+?)([\do]+)$/.exec(packed) ?? [];
  if (number === undefined) return null;
  const digits = withoutTrunkZero(number);
  if (digits.length < FEWEST || digits.length > MOST) return null;
  const disguised = plain !== written;
  return { digits, international: plus === "+", exact: rest === "" && !disguised && !digits.includes("o"), disguised };
}

/**
 * Judges a telephone number.
 * @param {NonNullable<ReturnType<typeof readPhone>>} phone What `readPhone` gave, with the country's code.
 * @param {object[]} entries Entries with a `number` in international form.
 * @returns {{official: object[], near: object|null}} The entries with exactly this number, and the one it imitates.
 */
export function matchPhone(phone, entries) {
  const ours = entries.map((entry) => ({ entry, digits: entry.number.replace(/\D/g, "") }));
  const equal = ours.filter(({ digits }) => digits === phone.digits).map(({ entry }) => entry);
  if (equal.length > 0) return { official: phone.exact ? equal : [], near: phone.disguised ? equal[0] : null };
  return { official: [], near: ours.find(({ digits }) => isNear(phone.digits, digits))?.entry ?? null };
}

/** One or two digits wrong, or the same number in another country. */
function isNear(found, ours) {
  return distance(ours, found) <= 2 || (national(found) === national(ours) && national(ours).length >= 6);
}

function national(digits) {
  return digits.replace(COUNTRY, "").replace(/^0/, "");
}

/** Leaves out a zero in brackets, which is not dialled after the country's code; anywhere else it stays as a mark. */
function withoutTrunkZero(number) {
  const [before, ...after] = number.split("o");
  return after.length === 1 && COUNTRY.exec(before)?.[0] === before ? before + after[0] : number;
}

function foldDigits(text) {
  return text.replace(/\uff0b/g, "+").replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0);
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
