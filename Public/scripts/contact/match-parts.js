// The parts of a text that can be compared: words, and pairs of characters in languages that do not part their words.

const LENGTH = 500;

const PAIRED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々`;
const RUNS = new RegExp(String.raw`[${PAIRED}]+|[[\p{L}\p{M}\p{N}]--[${PAIRED}]]+`, "gv");
const IS_PAIRED = new RegExp(`^[${PAIRED}]`, "v");

/** Words that say nothing about a problem, as `words` leaves them: English, Spanish, Portuguese, Russian, Arabic. */
const EMPTY_WORDS = new Set((
  "a ago an and are at be been but can cannot day days did do does for from get got has have help hour hours " +
  "how i if in is it its me my no not nothing of on or please problem question so still that the there this to " +
  "was were what when where which who why will with you your al como con cual de del donde el en es esta ha han " +
  "la las lo los me mi mis no para pero por porque puedo que se si su un una y ya ao as com da das do dos e eu " +
  "meu minha na nao nas nos o os ou posso um uma а без в во для до если за и из или к как ко когда кто ли мне " +
  "мои мой моя мое на не нет но о об от по почему при с со что это я ان او في من ما هل عن علي كيف لا لم لماذا " +
  "متي مع هذا هذه هو هي يا الي انا لي"
).split(" "));
/** Characters and endings that say nothing about a problem; pairs with them, or of them, are left out. */
const EMPTY_PAIRS = new RegExp([
  "[的了吗呢吧啊我你您他们么怎什是在和与及就都也请嗎們麼為請與]",
  String.raw`^\p{Script=Hiragana}+$`,
  "^[안못내나왜이그저더좀것수한또]$",
  "^(?:니다|습니|합니|입니|됩니|어요|아요|해요|나요|하는|하고|돼요|되요|세요|네요|데요)$",
  "^(?:에서|으로|어떻|떻게|없어|있어|인가|까요|는데|있나)$",
].join("|"), "u");
/** Korean particles at the end of a word. */
const PARTICLE = /(?<=\p{Script=Hangul}{2})[이가을를은는에의도로와과만]$/u;

/**
 * The parts of a text; those that say nothing are left out. In Chinese and Japanese, single characters are among them.
 * @param {string} text
 * @returns {string[]}
 */
export function parts(text) {
  const found = text.slice(0, LENGTH).normalize("NFKC").toLowerCase().match(RUNS) ?? [];
  return found.flatMap((run) => (IS_PAIRED.test(run) ? pairs(run) : words(run)));
}

/** Whether a part is a pair of characters, or one of them, and no word. */
export const isPair = (part) => IS_PAIRED.test(part);

/** Whether a part is a character that may belong to many words. */
export const isSingle = (part) => /^\p{Script=Han}$/u.test(part);

/** Whether two words begin alike and differ in a short end only: "withdraw" and "withdrawal", "scam" and "scammed". */
export function isSimilar(one, other) {
  const [shorter, longer] = [one.length, other.length].sort((left, right) => left - right);
  let common = 0;
  while (common < longer && one[common] === other[common]) common += 1;
  if (common === shorter) return common >= 3 && longer - shorter <= (shorter > 3 ? 3 : 1);
  return common >= 4 && common >= 0.65 * longer;
}

function pairs(run) {
  const characters = [...run.replace(PARTICLE, "")];
  const found = characters.slice(1).map((next, place) => characters[place] + next);
  const singles = characters.filter((character) => characters.length === 1 || isSingle(character));
  return [...found, ...singles].filter((part) => !EMPTY_PAIRS.test(part));
}

/** A word, if it says anything: without accents, vowel signs, plural s, and Arabic's article and conjunction. */
function words(run) {
  const plain = run.normalize("NFD").replace(/[\p{Mn}ـ]/gu, "").replaceAll("ة", "ه").replaceAll("ى", "ي");
  if (EMPTY_WORDS.has(plain) || /^\p{N}+$/u.test(plain)) return [];
  return [plain.replace(/^[وف]?(?:ال|بال|كال|لل)(?=.{3})/u, "").replace(/(?<=[a-z]{2}[^s])s$/, "")];
}
