// Passwords: what stands beside a word for one and looks like one.

import { follow, goesOn, startsLine } from "./guard-grammar.js";
import { COMMON, OTHERWISE, STATE } from "./guard-password-words.js";
import { CODE, PASSWORD } from "./guard-vocabulary.js";

const LOGIN =
  "(?:(?<![a-z0-9])(?:log-?in|user ?(?:name|id)?|e-?mail|usuario|correo|account)(?![a-z0-9])|логин|почта|用户名?|用戶名?|" +
    "[账帳賬][号號户戶]|邮箱|郵箱|アカウント|メールアドレス|ユーザー名|アイディー|아이디|계정|이메일|المستخدم|البريد)";
const NAMES = new RegExp(`(?<other>${CODE})|(?<password>${PASSWORD}|(?<![a-z0-9])pass(?![a-z0-9]))`, "g");
const LOGIN_BEFORE = new RegExp(LOGIN);
// "login / password: …", after which the login comes first.
const PAIR_BEFORE = new RegExp(`${LOGIN}\\s?(?:[/|&+,:;、-]|and|y|e|и|和|与|與|と|및|و)\\s?$`);
const LOGIN_AND_VALUE = new RegExp(`${LOGIN}\\s?[:=]\\s?[^\\s/|]{2,60}\\s?[/|]\\s?`, "g");
const EMAIL_AND_VALUE =
  /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?:\s?[:|;]\s?|\s\/\s)/g;
// Chinese, Japanese and Korean text may go on at once behind a password.
const VALUE = /[!-~\u0400-\u04ff\u0621-\u064a]{1,80}/y;
const VALUES = /(?<![!-~\u0400-\u04ff])[!-~]{5,40}/g;
const PURPOSE = new RegExp(
  "\\s(?:for|of|to|de|del|do|da|от|для)(?:\\s(?!(?:is|was|es|e|not)\\s)[\\p{L}\\d.'-]{1,20}){1,5}" +
    "(?:\\s(?:is|was|es|e|это|-)\\s|\\s?[:=]\\s?)[\"']?",
  "uy",
);
const OTHER = /["'»」]?,? (?:or|and|o|ou|y|e|или|и|أو|او) ["'«]?|["'」]?(?:或者?|または|か|또는) ?["'「]?/y;
const OPENING_QUOTES = "'\"«「『【《([`*";
const CLOSING_QUOTES = "'\"»」』】》)]`*";
const SENTENCE_END = /[.,;:)\]}"'»`*،؛]+$/;
const TOWARDS = new Set(["to", "as", "a", "para", "por", "на", "الي", "に", "로", "으로"]);
const YEAR = /^(?:19|20)\d\d$/;
const PHRASE_NAME = /phrase|フレーズ|프레이즈|фраза|عبار|frase/;
const PHRASE = /(?:[a-z]{3,12}[ -]){3,11}[a-z]{3,12}(?=\s*(?:[.\n"'»]|$))/y;
const SENTENCE = /\b(?:not|the|was|and|forgot|for|that|but|can|does|when|with|please|help|you|que|nao|pero|esta)\b/;
const NO_PASSWORD = /^ ?(?:manager|reset|managers|管理|マネージャー|관리)/;
const REACH = 60;

/**
 * The passwords in a text.
 * @param {import("./guard-text.js").Reading} reading
 * @returns {{start: number, end: number}[]}
 */
export function findPasswords({ text, lower }) {
  const found = [];
  for (const match of lower.matchAll(NAMES)) {
    if (!match.groups.password || !isName(lower, match)) continue;
    const end = match.index + match[0].length;
    const value = behind(text, lower, match, end) ?? beyond(text, lower, end) ?? ahead(text, lower, match.index, end);
    if (value) found.push(value, ...alternatives(text, value.end));
  }
  return [...found, ...pairs(text, lower, LOGIN_AND_VALUE), ...pairs(text, lower, EMAIL_AND_VALUE)];
}

// "Pass" has other meanings, unless a colon or a login stands beside it.
function isName(lower, { 0: name, index }) {
  if (name !== "pass") return true;
  if (/^\s?[:=]/.test(lower.slice(index + name.length, index + name.length + 2))) return true;
  return LOGIN_BEFORE.test(lower.slice(Math.max(0, index - REACH), index).split("\n").at(-1));
}

// "… or hunter3"
function alternatives(text, end) {
  const other = at(OTHER, text, end);
  const value = other && at(VALUE, text, end + other.length)?.replace(SENTENCE_END, "");
  if (!value || !isStrong(value) || !/\d/.test(value)) return [];
  const start = end + other.length;
  return [{ start, end: start + value.length }];
}

// "my password is hunter2"
function behind(text, lower, { 0: name, index }, end) {
  const path = follow(lower, end, startsLine(lower, index));
  // After a colon, every word may be part of a phrase.
  const from = path.colon < 0 ? path.at : path.colon;
  const phrase = PHRASE_NAME.test(name) && (path.joined || path.quote) && at(PHRASE, lower, from);
  if (phrase && !SENTENCE.test(phrase)) return { start: from, end: from + phrase.length };
  const isPair = PAIR_BEFORE.test(lower.slice(Math.max(0, index - 30), index));
  const start = isPair ? afterLogin(text, path.at) : path.at;
  const quote = start === path.at ? path.quote : "";
  const value = quoted(text, start, quote) ?? at(VALUE, text, start)?.replace(SENTENCE_END, "");
  if (!value || !isValue(lower, start, value, path)) return null;
  // What goes on at once behind a word of letters is part of it: "password.md". "PW" has other meanings, too.
  if (path.at === end && /[a-zа-я]/.test(name.at(-1))) return null;
  if (/^p/.test(name) && name.length <= 4 && /[/.-]/.test(lower[end])) return null;
  if (lower[end] === "-" && /^\d+$/.test(value)) return null;
  return { start, end: start + value.length };
}

// "the password for the statements is hunter2"
function beyond(text, lower, end) {
  const purpose = at(PURPOSE, lower, end);
  const start = end + (purpose?.length ?? 0);
  const value = purpose && at(VALUE, text, start)?.replace(SENTENCE_END, "");
  return value && isStrong(value) && /\d/.test(value) ? { start, end: start + value.length } : null;
}

function at(pattern, text, start) {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? null;
}

function afterLogin(text, start) {
  const login = /^[^\s/|:;,]{2,60}(?:\s?[/|:;,]\s?|\s)(?=\S)/.exec(text.slice(start, start + 70));
  return start + (login?.[0].length ?? 0);
}

function quoted(text, start, quote) {
  const closing = quote && CLOSING_QUOTES[OPENING_QUOTES.indexOf(quote)];
  if (!closing) return null;
  const end = text.slice(start, start + 64).indexOf(closing);
  const value = text.slice(start, start + Math.max(0, end));
  // Only between quotation marks may a password have spaces.
  return end > 0 && !(/["'«「『`]/.test(quote) ? /\n/ : /\s/).test(value) ? value : null;
}

function isValue(lower, start, value, path) {
  const end = start + value.length;
  if (path.open && !(TOWARDS.has(path.open) && isStrong(value))) return false;
  if (isStrong(value)) return true;
  if (/^\d{4,}$/.test(value)) return !goesOn(lower, end) && (path.joined || !YEAR.test(value));
  const word = value.toLowerCase().replace(/[!?]+$/, "");
  if (/^[a-z]{3,12}(?:[-_.][a-z]{3,12}){2,}$/.test(word)) {
    return path.joined && !word.split(/[-_.]/).some((part) => STATE.test(part) || SENTENCE.test(part));
  }
  if (!/^[a-z]{4,30}$/.test(word)) return false;
  if (path.joined && COMMON.test(word)) return true;
  return path.explicit && path.words === 0 && isLone(lower, end) && !STATE.test(word);
}

// Whether a value has signs that words of a sentence have not.
function isStrong(value) {
  const bare = value.replace(/[!?]+$/, "");
  if (value.length < 4 || OTHERWISE.test(bare.toLowerCase())) return false;
  if (/^\d/.test(bare) && /^[\d!@#$%^&*_~]{6,}$/.test(value) && /\D/.test(value)) return true;
  return /\p{L}/u.test(bare) && (/\d/.test(bare) || /\w[!@$%^]+\w/.test(bare));
}

// Whether nothing but another entry of a list follows on the line.
function isLone(lower, end) {
  return /^[.!?]?\s*(?:\n|$|[,;/|])/.test(lower.slice(end, end + 12));
}

// "hunter2 is my password"
function ahead(text, lower, index, end) {
  if (NO_PASSWORD.test(lower.slice(end, end + 12))) return null;
  const from = Math.max(0, index - REACH);
  const before = text.slice(from, index);
  if (!/\d/.test(before)) return null;
  for (const { 0: raw, index: offset } of before.matchAll(VALUES)) {
    const value = raw.replace(SENTENCE_END, "");
    const start = from + offset;
    // A part of a longer word is none.
    if ((offset === 0 && /\S/.test(text[from - 1] ?? " ")) || start + value.length === index) continue;
    if (!isStrong(value) || !/\d/.test(value)) continue;
    const path = follow(lower, start + value.length);
    const reaches = path.at === index || lower.slice(path.at, index).trim() === "";
    const says = !path.explicit && (path.stated || (path.joined && path.words > 0));
    if (reaches && says) return { start, end: start + value.length };
  }
  return null;
}

// "login: bob / hunter2" and "bob@mail.example:hunter2"
function pairs(text, lower, pattern) {
  const found = [];
  for (const { 0: login, index } of lower.matchAll(pattern)) {
    const start = index + login.length;
    const value = at(VALUE, text, start)?.replace(SENTENCE_END, "");
    if (!value || value.length > 30 || !isStrong(value) || /^[A-Z]{1,4}-?\d+$/.test(value)) continue;
    if (/[a-z]/i.test(value)) found.push({ start, end: start + value.length });
  }
  return found;
}
