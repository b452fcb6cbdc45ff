// Finds the one thing to judge in what a reader pasted.

import { isEmail } from "./verify-email.js";
import { readLink } from "./verify-link.js";
import { networkNamed } from "./verify-networks.js";
import { readPhone } from "./verify-phone.js";

// Nobody needs to check a longer link, and comparing it would take its time.
const LONGEST = 10000;
const UNSEEN = "[\\s\\p{Z}\\p{Cf}\\p{Cc}]";
const UNSEEN_EDGES = new RegExp(`^${UNSEEN}+|${UNSEEN}+$`, "gu");
const SIGNS_BEFORE = /^[<("'“”‘’„‚«»‹›「『【《（［[`*]+/u;
const SIGNS_AFTER = /[>)"'“”‘’«»‹›」』】》）］\]`*,;:!?.…。，；：！？、]+$/u;
// Words that people put before what they mean.
const ADDRESS_LABEL = /^(?:e-?mail|mail|website|web|url|link)(?:\s*[:：]\s*|\s+)(\S+)$/iu;
const NUMBER_LABEL = /^(?:phone|telephone|tel|call)\.?(?:\s*[:：]\s*|\s+)(\S.*)$/isu;
const MARKDOWN = /^\[([^[\]]*)\]\(\s*<?([^\s<>()]+)>?(?:\s+"[^"]*")?\s*\)$/u;
const ANGLES = /^([^<>]*)<([^<>\s]+)>$/u;
const NETWORK_FIRST = /^([\p{L}\p{M}]+)(?:\s*[:：|/]\s*|\s+(?:[-–—]\s+)?)(\S.*)$/su;
// Chinese, Japanese and Korean set no space between the network and a name in Latin letters.
const NETWORK_JOINED = /^([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]+)(@?[\w.-]+)$/u;
const NETWORK_LAST = /^(\S+)\s+(?:(?:on|at|in|[-–—|,])\s+)?\(?([\p{L}\p{M}]+)\)?$/isu;
const READABLE = /[^\s.][.。．｡@＠:：/][^\s.]|(?:^|\s)[@＠]\S|\p{Nd}(?:[\s().-]*\p{Nd}){4}/u;
// What was cut short may go on as something else.
const CUT = /(?:…|\.{2,})["'”’)>\]]*$/u;

/**
 * What there is to judge.
 * @param {string} input What was pasted.
 * @returns {{thing: string|null, network: string|null, alone: boolean}} `thing`: null when there is nothing, or more
 *   than one. `network`: the network that stands beside an account's name. `alone`: whether nothing else was pasted
 *   that could change what is meant.
 */
export function readInput(input) {
  if (input.length > LONGEST) return found(null);
  const text = input.replace(UNSEEN_EDGES, "");
  if (text === "") return found(null);
  const whole = readWhole(text);
  return CUT.test(text) ? { ...whole, alone: false } : whole;
}

/** One thing in a frame, such as `Name <address>`, or without one. */
function readWhole(text) {
  const [, label, target] = MARKDOWN.exec(text) ?? ANGLES.exec(text) ?? [];
  if (target !== undefined) return found(target, null, isHarmlessLabel(label.trim(), target));
  return readPlain(withoutSigns(text));
}

/** What is pasted without a frame: one thing, one with a word that says what it is, or one among words. */
function readPlain(text) {
  if (isNumber(text)) return found(text);
  const named = withNetwork(text);
  if (named) return named;
  const [number, address] = [NUMBER_LABEL.exec(text)?.[1] ?? "", ADDRESS_LABEL.exec(text)?.[1] ?? ""];
  if (isNumber(number)) return found(number);
  if (isAddress(address)) return found(withoutSigns(address));
  const words = text.split(/[\s\p{Z}]+/u).map(withoutSigns).filter(Boolean);
  if (words.length === 1) return isList(words[0]) ? found(null) : found(words[0]);
  const readable = words.filter((word) => READABLE.test(word));
  return readable.length === 1 && !isList(readable[0]) ? found(readable[0], null, false) : found(null);
}

/** An account's name beside the name of its network; null when it is something else. */
function withNetwork(text) {
  const [, first, name] = NETWORK_FIRST.exec(text) ?? NETWORK_JOINED.exec(text) ?? [];
  const [, otherName, last] = NETWORK_LAST.exec(text) ?? [];
  for (const [word, handle] of [[first, name], [last, otherName]]) {
    const network = word === undefined ? null : networkNamed(word);
    if (network === null || /:\/\/|^\/\//.test(handle) || isEmail(handle)) continue;
    if (!/\s/.test(handle) || isNumber(handle)) return found(withoutSigns(handle), network);
  }
  return null;
}

/** A name in front of the target, which must not be another thing that readers would take for it. */
function isHarmlessLabel(label, target) {
  const shown = target.replace(/^(?:mailto|tel):/i, "");
  const number = readPhone(label);
  if (label === "" || label === shown) return true;
  if (number?.international && number.digits === readPhone(shown)?.digits) return true;
  return isAddress(target) && !READABLE.test(label);
}

function isAddress(text) {
  return isEmail(text) || readLink(text) !== null;
}

function isNumber(text) {
  return readPhone(text) !== null;
}

/** Several addresses in one go, without spaces. */
function isList(word) {
  return !/^https?:/i.test(word) && word.split(/[,;|，；、]/).filter((part) => READABLE.test(part)).length > 1;
}

function withoutSigns(text) {
  return text.replace(SIGNS_BEFORE, "").replace(SIGNS_AFTER, "");
}

function found(thing, network = null, alone = true) {
  return { thing: thing === "" ? null : thing, network, alone };
}
