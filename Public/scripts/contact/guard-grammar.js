// What stands between a word for a secret and the secret itself: "the code [you sent me is] 123456".

import { JOINING, OPENING, PASSING } from "./guard-fillers.js";

// What makes digits a time, an amount or a part of something longer.
const GOES_ON = new RegExp(
  "^(?:[a-zа-яء-ي\\d_@%$€£¥₩₽]|[.:/]\\d|,\\d{1,3}(?![\\d分秒次])|\\s?(?:[%$€£¥₩₽]|(?:usd[tc]?|eur|btc|eth|trx|bnb|xrp|" +
    "sol|krw|jpy|cny|rub|brl|am|pm|utc|gmt|min(?:ute)?s?|hours?|days?|times?|sec(?:ond)?s?|char(?:acter)?s?|digits?|" +
    "letters?|attempts?|people|users?|won|yen|veces|vezes|minutos?|horas?|dias?|segundos?|digitos?|" +
    "caracteres)(?![a-z])|[次位个個分秒小天年月日元块回桁文円時]|자리|글자|초|분(?!호)|시간|년|원|раз|минут|час|дн|руб|знак|цифр|симв|دقيق|ساع|" +
    "يوم|مره|مرات|ارقام|خانات|دولار))",
  "u",
);
const MARKS = "[\\s:=>*_`\"'«»「」『』【】《》()\\[\\]\\-→|/~·•#]+";
const STEP = new RegExp(`(${MARKS})|(${JOINING})|(${OPENING})|(?:${PASSING})`, "y");
const AS = new Set(["as", "como"]);
const LONGEST = 28;

/**
 * How a text goes on after a place.
 * @typedef {object} Path
 * @property {number} at where what is joined begins
 * @property {boolean} joined whether a colon, a dash or a word such as "is" leads there
 * @property {boolean} stated whether a word such as "is" leads there
 * @property {boolean} explicit whether a colon or an equals sign leads there
 * @property {number} colon where what stands behind the colon begins, or -1
 * @property {string} open the last word, if it leads elsewhere: "the code from …"; else ""
 * @property {number} words the number of words on the way
 * @property {string} quote the quotation mark or bracket that opens right before it, or ""
 */

/**
 * Follows the words and marks that may stand between a name and its value. Takes a bounded number of steps.
 * @param {string} lower
 * @param {number} from
 * @param {boolean} alone whether the name stands alone before its value, which may then be on the next line
 * @returns {Path}
 */
export function follow(lower, from, alone = false) {
  const path = { at: from, joined: false, stated: false, explicit: false, colon: -1, open: "", words: 0, quote: "" };
  for (let step = 0; step < LONGEST; step += 1) {
    STEP.lastIndex = path.at;
    const match = STEP.exec(lower);
    if (!match) break;
    const [text, marks, joining, opening] = match;
    if (marks?.includes("\n") && !/[:=]/.test(marks) && !path.explicit && !(alone && path.words === 0)) break;
    path.at += text.length;
    if (marks) takeMarks(path, marks);
    else takeWord(path, Boolean(joining), opening ?? "");
  }
  return path;
}

function takeMarks(path, marks) {
  if (/[:=>→]|\s-+\s|-$/.test(marks)) Object.assign(path, { joined: true, open: "" });
  if (/[:=]/.test(marks)) Object.assign(path, { explicit: true, colon: path.at });
  path.quote = marks.match(/["'«「『【《([`*]$/)?.[0] ?? "";
}

function takeWord(path, joining, opening) {
  path.words += 1;
  path.joined = joining || path.explicit;
  // "123456 as my code" says as much as "is".
  path.stated ||= joining || AS.has(opening);
  path.open = opening;
  path.quote = "";
}

/**
 * Whether digits go on as something longer, or as a time, an amount or a count.
 * @param {string} lower
 * @param {number} end the end of the digits
 * @returns {boolean}
 */
export function goesOn(lower, end) {
  return GOES_ON.test(lower.slice(end, end + 14));
}

/**
 * Whether only spaces stand before a place on its line.
 * @param {string} lower
 * @param {number} at
 * @returns {boolean}
 */
export function startsLine(lower, at) {
  return /(?:^|\n)\s{0,3}$/.test(lower.slice(Math.max(0, at - 4), at));
}
