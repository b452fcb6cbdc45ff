// Text as the secret guard reads it: one way of writing for what looks alike, with the way back to the original.

// Runs that stay as they are, so that most of a text is taken in few steps.
const STABLE = "\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\u3001\\u3002\\u4e00-\\u9fff\\uac00-\\ud7a3\\u0410-\\u044f" +
  "\\u0621\\u0624\\u0626-\\u0628\\u062a-\\u063a\\u0641-\\u0648\\u064a\\u060c\\u061f";
// What composes into one character stands together: Hangul letters, a letter with its marks, a halfwidth kana with its
// voicing mark. The number of marks is bounded, since putting them in order takes time that grows with its square.
const CHUNKS = new RegExp(
  `[\\0-\\x7f${STABLE}]+(?![\\p{M}\\u11a8-\\u11c2])` +
    "|[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|.[\\p{M}\\uff9e\\uff9f]{0,8}",
  "gsu",
);
const UNCHANGED = new RegExp(`^[\\0-\\x7f${STABLE}]`);
const MARK_SECOND = /^.\p{M}/su;
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u034f\u115f\u1160\u3164\u0640]/gu;
const ARABIC_MARKS = /[\u064b-\u065f\u0670]/g;
const LATIN_MARKS = /^([a-z])[\u0300-\u036f]+$/i;
const ZEROS = [0x0660, 0x06f0, 0x0966];
const LINK = new RegExp(
  "(?:(?:https?:\\/\\/|www\\.)|(?<![a-z0-9.@-])(?:[a-z0-9-]{1,40}\\.){1,4}[a-z]{2,10}\\/)" +
    "[^\\s\"'<>\\u3000-\\u9fff\\uac00-\\ud7a3]*",
  "gi",
);
const SAME_LETTERS = new Map([
  ["أ", "ا"], ["إ", "ا"], ["آ", "ا"], ["ٱ", "ا"], ["ة", "ه"], ["ى", "ي"], ["ی", "ي"], ["ک", "ك"],
  ["ё", "е"], ["Ё", "Е"], ["ı", "i"], ["−", "-"], ["’", "'"], ["‘", "'"], ["“", '"'], ["”", '"'], ["„", '"'],
]);

/**
 * A text in one way of writing, and where each of its characters stands in the original.
 * @typedef {object} Reading
 * @property {string} text the text, with upper and lower case
 * @property {string} lower the same in lower case, of the same length
 * @property {(at: number, to: number) => [number, number]} source the place in the original of a part that is not empty
 */

/**
 * Reads a text: compatibility forms, digits of other scripts, accents of Latin letters and spellings of Arabic letters
 * become plain ones; invisible characters go.
 * @param {string} original
 * @returns {Reading}
 */
export function read(original) {
  const chunks = [];
  const known = new Map();
  let text = "";
  for (const { 0: chunk, index } of original.matchAll(CHUNKS)) {
    // A letter with marks begins like a run that stays as it is, but is taken alone.
    const stays = UNCHANGED.test(chunk) && !MARK_SECOND.test(chunk);
    if (!stays && !known.has(chunk)) known.set(chunk, plainForm(chunk));
    chunks.push({ at: text.length, index, length: chunk.length, stays });
    text += stays ? chunk : known.get(chunk);
  }
  const source = (at, to) => [place(chunks, at).start, place(chunks, to - 1).end];
  return { text, lower: text.toLowerCase(), source };
}

// Where a character stands in the original; the last chunk that begins at or before it holds it.
function place(chunks, at) {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (chunks[middle].at <= at) low = middle;
    else high = middle - 1;
  }
  const { at: first, index, length, stays } = chunks[low];
  return stays
    ? { start: index + at - first, end: index + at - first + 1 }
    : { start: index, end: index + length };
}

/**
 * Words of the guard's own tables, written as texts are read.
 * @param {string} words
 * @returns {string}
 */
export function fold(words) {
  return read(words).lower;
}

/**
 * A text of the same length in which links are blank, since what stands in them is public.
 * @param {string} text
 * @returns {string}
 */
export function withoutLinks(text) {
  return text.replace(LINK, (link) => " ".repeat(link.length));
}

function plainForm(chunk) {
  const composed = chunk.normalize("NFKC").replace(INVISIBLE, "").replace(ARABIC_MARKS, "");
  return Array.from(composed, plainLetter).join("");
}

function plainLetter(letter) {
  const same = SAME_LETTERS.get(letter);
  if (same) return same;
  const code = letter.codePointAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero) return String(code - zero);
  if (/\p{Pd}/u.test(letter)) return "-";
  // Letters that are not Latin keep their marks, which make other letters of them.
  return letter.normalize("NFD").match(LATIN_MARKS)?.[1] ?? letter;
}
