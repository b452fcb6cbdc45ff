// The requests that the reader notes after contacting support: on this device only, and only as long as the browser
// keeps them.

const KEY = "guidepost-requests";
const COUNT = 50;
const LENGTH = 100;

/**
 * @typedef {object} Request
 * @property {string} id
 * @property {string} channel
 * @property {?string} topic
 * @property {string} reference the ticket number; empty when the reader has none
 * @property {string} sentAt ISO 8601
 */

/**
 * The requests, the latest first; none when the browser keeps nothing.
 * @returns {Request[]}
 */
export function list() {
  return read().sort((left, right) => Date.parse(right.sentAt) - Date.parse(left.sentAt)).slice(0, COUNT);
}

/**
 * Notes a request. Where there are too many, the oldest go.
 * @param {{channel: string, topic: ?string, reference: string, sentAt: string}} request
 * @returns {?Request} null when the browser does not keep it
 */
export function add({ channel, topic, reference, sentAt }) {
  const request = { id: newId(), channel, topic: topic ?? null, reference: cut(reference ?? ""), sentAt };
  if (!isRequest(request)) return null;
  return write([request, ...list().slice(0, COUNT - 1)]) ? request : null;
}

/**
 * Forgets a request.
 * @param {string} id
 */
export function remove(id) {
  // Read again at each change: another tab may have written in between.
  const requests = list();
  const rest = requests.filter((request) => request.id !== id);
  if (rest.length < requests.length) write(rest);
}

/** What is stored, as far as it makes sense: other versions of the page and other programs may have written it. */
function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]").filter(isRequest)
      .map(({ id, channel, topic, reference, sentAt }) => ({ id, channel, topic, reference, sentAt }));
  } catch {
    return [];
  }
}

function write(requests) {
  try {
    if (requests.length > 0) localStorage.setItem(KEY, JSON.stringify(requests));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    // Storage may be full or switched off.
    return false;
  }
}

function isRequest(value) {
  const isText = (text) => typeof text === "string" && text.length <= LENGTH;
  return typeof value === "object" && value !== null && isText(value.id) && isText(value.channel)
    && (value.topic === null || isText(value.topic)) && isText(value.reference)
    && isText(value.sentAt) && !Number.isNaN(Date.parse(value.sentAt));
}

/** A reference is a number or a few words; what is longer was pasted by mistake. */
function cut(text) {
  return text.trim().slice(0, LENGTH).toWellFormed();
}

/** Random, by what browsers offer on sites without https, too. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
