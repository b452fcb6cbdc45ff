// Decodes the labels of internationalised domain names (RFC 3492), so that what they show can be compared.

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 0x80;
const LONGEST_LABEL = 63;

/**
 * What a label that begins with `xn--` stands for.
 * @param {string} label A label of a host, in any case.
 * @returns {string|null} Null when it is no such label, or none that a browser would accept.
 */
export function decodeLabel(label) {
  if (!/^xn--[a-z0-9-]+$/i.test(label) || label.length > LONGEST_LABEL) return null;
  const encoded = label.slice(4).toLowerCase();
  const border = encoded.lastIndexOf("-");
  const codes = border > 0 ? [...encoded.slice(0, border)].map((letter) => letter.codePointAt(0)) : [];
  return insertCodes(codes, border > 0 ? encoded.slice(border + 1) : encoded.replace(/^-/, ""));
}

/** Inserts the code points that the digits describe between the plain letters. */
function insertCodes(codes, digits) {
  // A label without a single other letter would be a second way to write a plain name.
  if (digits === "") return null;
  let code = FIRST_CODE;
  let place = 0;
  let bias = FIRST_BIAS;
  let at = 0;
  while (at < digits.length) {
    const number = readNumber(digits, at, bias);
    if (number === null) return null;
    const length = codes.length + 1;
    bias = adapt(number.value, length, place === 0 && code === FIRST_CODE && at === 0);
    at = number.end;
    place += number.value;
    code += Math.floor(place / length);
    place %= length;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    codes.splice(place, 0, code);
    place += 1;
  }
  return String.fromCodePoint(...codes);
}

/** Reads one number of variable length; null when the digits end too soon or are none. */
function readNumber(digits, start, bias) {
  let value = 0;
  let weight = 1;
  for (let at = start, k = BASE; at < digits.length; at += 1, k += BASE) {
    const digit = digitValue(digits.charCodeAt(at));
    if (digit === null) return null;
    value += digit * weight;
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (digit < threshold) return { value, end: at + 1 };
    weight *= BASE - threshold;
    if (weight > Number.MAX_SAFE_INTEGER / BASE) return null;
  }
  return null;
}

function digitValue(code) {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return null;
}

function adapt(delta, length, isFirst) {
  let rest = isFirst ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
