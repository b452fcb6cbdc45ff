// What a text looks like: two texts with the same skeleton can be taken for one another. The method is that of
// Unicode's UTS 39; the table holds what is used against Latin names, and the strokes that Chinese and Japanese names
// share.

// For each letter, the characters that pass for it in small or capital form and that compatibility decomposition keeps.
const PASS_FOR = {
  a: "аαɑᴀⱥ4ΑАᎪ∂",
  b: "ьвβʙɓƀ8ΒВᏴƅ",
  c: "сϲᴄςⅽϹСᏟ¢ƈ",
  d: "ԁɗđᴅđᎠɖ",
  e: "еεєэᴇɛ3ΕЕᎬəҽℯ",
  f: "ғꜰƒքϝ",
  g: "ɡցɢ9ǥɠᏀԍ",
  h: "һнհʜħɦΗНᎻ",
  i: "іιɩɪıΙІᎥ¡",
  j: "јյᴊϳЈᎫ",
  k: "кκᴋƙΚКᏦқ",
  l: "ӏ1|ǀʟłɫⅼ∣Ӏ׀ווןןاᏞլ",
  m: "мᴍⅿΜМᎷ",
  n: "пηπոռղɴƞŋΝ",
  o: "оοσօᴏøɵ0ΟО๐໐ՕסهθөѲ",
  p: "рρᴘþΡРᏢƥ",
  q: "ԛզɋ",
  r: "гʀɾᴦґɍᎡя",
  s: "ѕꜱƽʂ5ЅᏚ$ꮪ",
  t: "тτᴛŧʈ7ΤТᎢ",
  u: "υսᴜцμиʊ",
  v: "ѵνᴠʋⱱᏙ",
  w: "ԝшωաᴡѡᎳɯ",
  x: "хχΧХ×",
  y: "уγʏүұΥУ¥",
  z: "ʐᴢƶ2ΖᏃ",
  ae: "æ",
  oe: "œ",
  ".": "。．｡․·‧・॰",
  "-": "‐‑‒–—―−﹘⁃ー",
  "/": "⁄∕╱⧸ノ丿〳",
  一: "⼀",
  口: "ロ囗",
  工: "エ",
  力: "カ",
  二: "ニ",
  八: "ハ",
  夕: "タ",
  卜: "ト",
  才: "オ",
  千: "チ",
};
const LETTERS = new Map(Object.entries(PASS_FOR).flatMap(([letter, others]) => [...others].map((it) => [it, letter])));

// Alphabets of emoji-like capitals, which decomposition keeps: the code points of their A.
const CAPITAL_ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6];

// What is not seen, or is seen as nothing but a gap, and what turns the direction of writing round.
const HIDDEN = /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\u034f\u115f\u1160\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const ALL_HIDDEN = new RegExp(HIDDEN.source, "gu");

/**
 * The shape of a text: small letters, without marks, each character that passes for another replaced by it.
 * @param {string} text Any text.
 * @returns {string} Only for comparing with other skeletons.
 */
export function skeleton(text) {
  const plain = text.replace(ALL_HIDDEN, "").normalize("NFKD").replace(/\p{M}/gu, "");
  return [...plain]
    .map(lookalikeOf)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d")
    .replaceAll("i", "l");
}

/**
 * Whether a text holds characters that nobody sees, or that change the direction of what follows.
 * @param {string} text Any text.
 * @returns {boolean}
 */
export function hasHidden(text) {
  return HIDDEN.test(text);
}

/**
 * A text with all that is not seen left out, and each character replaced by the plain one that it is a form of.
 * @param {string} text Any text.
 * @returns {string} The text itself where nothing of that is in it.
 */
export function unveil(text) {
  return text.replace(ALL_HIDDEN, "").replace(/[。．｡]/g, ".").normalize("NFKC");
}

/**
 * Small letters for A to Z alone: the Kelvin sign and the like are not the letters that they would become.
 * @param {string} text Any text.
 * @returns {string}
 */
export function asciiLower(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The letter that a character passes for, in small form. */
function lookalikeOf(character) {
  const known = LETTERS.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0);
  const first = CAPITAL_ALPHABETS.find((capitalA) => code >= capitalA && code < capitalA + 26);
  if (first !== undefined) return LETTERS.get(asciiLetter(code - first)) ?? asciiLetter(code - first);
  const small = character.toLowerCase();
  return LETTERS.get(small) ?? small;
}

function asciiLetter(index) {
  return String.fromCodePoint(0x61 + index);
}
