// The message to support: in the reader's language, with the team's words beside it, so that whoever opens it can act
// without asking back. Nothing here sends anything.

import { detailOf, wording } from "./message-words.js";

export { mailto, ticketURL } from "./message-links.js";

const SUBJECT_LENGTH = 120;
const NOTHING = "–";

/**
 * The message of a checklist.
 * @param {object} options
 * @param {object} options.topic as in the page's data
 * @param {Record<string, object>} options.fields the page's fields
 * @param {Record<string, {text: string, unknown: boolean}>} options.values what the reader entered, by field; for a
 *   choice the option's text, for an attachment anything when there is one, for a time as `datetime-local` gives it
 * @param {object} options.data the page's data
 * @param {object} options.channel where it goes
 * @param {{title: string, url: string}[]} [options.read] the help articles that the reader has read
 * @param {string} [options.searched] what the reader searched for
 * @param {string} [options.language] the code of the language in which the reader wants to talk
 * @returns {{subject: string, body: string, missing: string[]}} missing: required fields that are still empty
 */
export function compose({ topic, fields, values, data, channel, read = [], searched = "", language = data.locale }) {
  const words = wording(data);
  const asked = topic.fields
    .filter(({ id }) => isFor(channel, fields[id]))
    .map(({ id, optional }) => ({ id, optional, ...detailOf(fields[id], values[id], words) }));
  // What is required stays in its place although it is empty: the reader may fill it in elsewhere.
  const told = [
    ...asked.filter(({ optional }) => !optional),
    ...asked.filter(({ optional, text }) => optional && text),
  ];
  const title = words.both(topic.title, topic.teamTitle);
  const blocks = [
    [`${words.label("messageTopic")}: ${title}`, ...told.filter(({ id }) => id !== "description").map(lineOf)],
    told.filter(({ id }) => id === "description").map(({ label, text }) => `${label}:\n${text || NOTHING}`),
    contextLines({ data, words, language, read, searched: channel.public ? "" : searched }),
  ];
  return {
    subject: subjectOf(topic, told, words),
    body: blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n"),
    missing: asked.filter(({ optional, text }) => !optional && !text).map(({ id }) => id),
  };
}

/**
 * Whether a channel gets what a field asks for: a public one gets nothing private, and one that takes no files no promise
 * of any.
 * @param {object} channel
 * @param {object} field
 * @returns {boolean}
 */
export function isFor(channel, { private: isPrivate, kind }) {
  return !(channel.public && isPrivate) && (channel.attachments || kind !== "attachment");
}

function lineOf({ label, text, startsLine }) {
  return `${label}:${startsLine ? "\n" : " "}${text || NOTHING}`;
}

/** What the reader did before writing, and where. Addresses stand on lines of their own, to be copied or opened. */
function contextLines({ data, words, language, read, searched }) {
  const lines = read.flatMap(({ title, url }) => [`- ${title}`, new URL(url, data.page).href]);
  if (lines.length > 0) lines.unshift(`${words.label("messageRead")}:`);
  const query = words.oneLine(searched);
  if (query) lines.push(`${words.label("messageSearched")}: ${words.isolated(query)}`);
  lines.push(`${words.label("messageLanguage")}: ${words.language(language)}`, data.page);
  return lines;
}

/** The topic, and as many of the details that tell one case from another as a list of messages can show. */
function subjectOf(topic, told, words) {
  const title = words.both(topic.title, topic.teamTitle);
  let subject = title.length <= SUBJECT_LENGTH ? title : shortened(topic.title);
  let separator = ": ";
  for (const text of tellingDetails(told, words)) {
    if (subject.length + separator.length + text.length > SUBJECT_LENGTH) continue;
    subject += separator + text;
    separator = ", ";
  }
  return subject;
}

function tellingDetails(told, words) {
  const known = told.filter(({ entered }) => entered);
  const named = (id) => known.filter((detail) => detail.id === id).map(({ entered }) => entered);
  const sum = [...named("amount"), ...named("asset")].join(" ");
  const references = known.filter(({ kind }) => kind === "reference").map(({ entered }) => entered);
  return [...[sum, ...named("network")].filter(Boolean).map(words.isolated), ...references];
}

function shortened(text) {
  if (text.length <= SUBJECT_LENGTH) return text;
  let short = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (short.length + segment.length >= SUBJECT_LENGTH) break;
    short += segment;
  }
  return `${short}…`;
}
