// What the parts of the contact page share: its data, what the reader has chosen and entered, and who wants to know.

import { readChoices } from "./choices.js";

/**
 * @typedef {object} Answer
 * @property {string} text what the reader entered, never anything that looks like a secret
 * @property {boolean} unknown whether the reader does not know
 */

/**
 * @typedef {object} ContactPage
 * @property {object} data what the built page says: channels, topics, fields, texts
 * @property {Record<string, string>} texts
 * @property {object} choices what the address says and the reader chooses
 * @property {Map<string, Answer>} answers by field
 * @property {Map<string, HTMLElement>} suspects the inputs that hold what looks like a secret, by field
 * @property {string} zone the reader's time zone
 * @property {object[]} read the articles that the reader has read
 * @property {string} searched what the reader searched for
 * @property {(event: string, listener: () => void) => void} on
 * @property {(event: string) => void} tell
 */

/**
 * The page's shared values.
 *
 * Events: `choices` (a topic, an option or a channel was chosen), `answers`, `minute` (time went by), `requests`.
 * @param {object} data
 * @returns {ContactPage}
 */
export function createPage(data) {
  const listeners = {};
  forgetUnknownZones(data);
  const page = {
    data,
    texts: data.texts,
    choices: readChoices(new URL(location.href), data),
    answers: new Map(),
    suspects: new Map(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    read: [],
    searched: "",
    on(event, listener) { (listeners[event] ??= []).push(listener); },
    tell(event) { for (const listener of listeners[event] ?? []) listener(); },
  };
  watchTime(page);
  return page;
}

/**
 * Without its zone, nothing can be computed of a channel's hours, nor when its replies are due: what the built page says
 * of them stays as it is.
 */
function forgetUnknownZones({ channels }) {
  for (const channel of channels) {
    if (channel.hours && !isKnown(channel.hours.timeZone)) Object.assign(channel, { hours: null, responds: null });
  }
}

/** Whether the browser knows a zone: zones are renamed, and new ones come up. */
function isKnown(timeZone) {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}

/** Says when a minute has begun, and when the reader comes back to the page. */
function watchTime(page) {
  const wait = () => setTimeout(() => {
    if (!document.hidden) page.tell("minute");
    wait();
  }, 60_000 - Date.now() % 60_000);
  wait();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) page.tell("minute"); });
}
