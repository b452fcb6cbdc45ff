// How a message says things: labels in two languages, values as the reader entered them, times that everyone can read.

/** What an agent copies whole: nothing invisible may stand in or around it. */
const IDENTIFIERS = ["transaction", "address", "reference", "email", "url"];

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
// U+2068 and U+2069: what stands between them is set by itself, in its own direction.
const isolate = (text) => `\u2068${text}\u2069`;

/**
 * The words of a page's messages.
 * @param {object} data the page's data
 * @returns {object} `label(key)`: a text with the team's in parentheses; `both(text, team)`; `isolated(text)`: a value
 *   kept apart from text in the other direction; `language(code)`; `oneLine(text)`; `isRightToLeft`
 */
export function wording(data) {
  const isRightToLeft = RIGHT_TO_LEFT.test(data.texts.messageTopic);
  const isolated = (text) => (isRightToLeft ? isMixedIn(text) : RIGHT_TO_LEFT.test(text)) ? isolate(text) : text;
  const both = (text, team) => text === team ? text : `${text} (${isolated(team)})`;
  const name = (code, locale) => new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  return {
    isRightToLeft, isolated, both, oneLine,
    label: (key) => both(data.texts[key], data.teamTexts[key]),
    language: (code) => {
      const own = code === data.locale ? data.language : name(code, code);
      return both(own, code === data.teamLocale ? own : name(code, data.teamLocale));
    },
  };
}

/** Whether a value would be torn apart between words that run from right to left: a single run of letters would not. */
function isMixedIn(text) {
  return /[\p{L}\p{N}]/u.test(text.replace(new RegExp(RIGHT_TO_LEFT, "gu"), "")) && !/^[\p{L}\p{N}]+$/u.test(text);
}

/**
 * A line of the checklist as the message says it.
 * @param {object} field
 * @param {{text: string, unknown: boolean}} [value]
 * @param {object} words from `wording`
 * @returns {{kind: string, label: string, text: string, entered: string, startsLine: boolean}} text: empty when the
 *   reader entered nothing; entered: the reader's own words, empty when there are none; startsLine: whether the text
 *   begins on a line of its own
 */
export function detailOf(field, value, words) {
  const { kind } = field;
  const detail = { kind, label: words.both(field.label, field.teamLabel), text: "", entered: "", startsLine: false };
  if (value?.unknown) return { ...detail, text: words.label("messageNotKnown") };
  const entered = cleaned(value?.text ?? "", kind);
  if (!entered) return detail;
  if (kind === "attachment") return { ...detail, text: words.label("messageAttached") };
  const isIdentifier = IDENTIFIERS.includes(kind);
  const startsLine = entered.includes("\n") || (isIdentifier && words.isRightToLeft);
  return { ...detail, entered, startsLine, text: isIdentifier || startsLine ? entered : shown(entered, field, words) };
}

function shown(entered, { kind, options }, words) {
  if (kind === "time") return words.isolated(timeText(entered));
  const option = kind === "choice" && options.find(({ text }) => text === entered);
  return option ? words.both(option.text, option.team) : words.isolated(entered);
}

/**
 * A value as programs read it: times with their offset from UTC, options as the team calls them, `true` for a file that
 * the reader will attach.
 * @param {object} field
 * @param {string} entered
 * @returns {string|true}
 */
export function sentValue({ kind, options }, entered) {
  if (kind === "attachment") return true;
  if (kind === "choice") return options.find(({ text }) => text === entered)?.team ?? entered;
  const time = kind === "time" && timeOf(entered);
  if (!time) return entered;
  const ahead = -time.getTimezoneOffset();
  return `${minutesText(shifted(time, ahead)).replace(" ", "T")}${offsetText(ahead)}`;
}

/** A value without what cannot be seen: what is pasted often brings such characters, and searches then fail. */
function cleaned(text, kind) {
  if (kind === "long") return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "").trim();
  // A suspicious link is evidence, invisible characters included.
  const seen = IDENTIFIERS.includes(kind) && kind !== "url" ? text.replace(/\p{Cf}/gu, "") : text;
  return oneLine(seen);
}

function oneLine(text) {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

/**
 * A time of the reader's clock and in UTC: "2026-11-21 18:30 +09:00 (Asia/Seoul) = 2026-11-21 09:30 UTC".
 *
 * All of it comes from the moment that is meant, so that it agrees with itself where clocks are changed.
 */
function timeText(entered) {
  const time = timeOf(entered);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!time) return zone ? `${entered} (${zone})` : entered;
  const ahead = -time.getTimezoneOffset();
  const utc = `${minutesText(time)} UTC`;
  if (ahead === 0) return utc;
  const local = `${minutesText(shifted(time, ahead))} ${offsetText(ahead)}`;
  return `${local}${zone ? ` (${zone})` : ""} = ${utc}`;
}

/** The moment of the reader's clock; null for what the reader wrote where the browser has no control for times. */
function timeOf(entered) {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(entered)) return null;
  const time = new Date(entered);
  return Number.isNaN(time.getTime()) ? null : time;
}

const shifted = (time, minutes) => new Date(time.getTime() + minutes * 60_000);

function minutesText(time) {
  return time.toISOString().slice(0, 16).replace("T", " ");
}

function offsetText(minutes) {
  const two = (number) => String(number).padStart(2, "0");
  const distance = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}
