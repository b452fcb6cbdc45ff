// What the reader has chosen, as the page's address says it: such an address can be given to others.

const VALUES = {
  medium: ["text", "voice", "in-person"],
  urgency: ["urgent", "normal", "low"],
  complexity: ["simple", "complex"],
};

/**
 * The choices that an address names; what it names and the page does not know is left out.
 * @param {URL} url
 * @param {object} data
 * @returns {{topic: ?string, language: ?string, medium: ?string, urgency: ?string, complexity: ?string, open: boolean,
 *   channel: ?string}} null where nothing is chosen
 */
export function readChoices(url, data) {
  const wanted = (name, values) => values.find((value) => value === url.searchParams.get(name)) ?? null;
  const topics = data.topics.map((topic) => topic.id);
  const fragment = topics.find((id) => url.hash === `#topic-${id}`);
  const choices = { topic: fragment ?? wanted("topic", topics), language: wanted("language", languages(data)) };
  for (const [name, values] of Object.entries(VALUES)) choices[name] = wanted(name, values);
  choices.open = url.searchParams.get("open") === "1";
  choices.channel = wanted("channel", data.channels.map((channel) => channel.id));
  return choices;
}

/**
 * The address with the choices in it; what else it says stays.
 * @param {URL} url
 * @param {object} choices
 * @returns {string}
 */
export function choicesURL(url, choices) {
  const result = new URL(url);
  for (const [name, value] of Object.entries(choices)) {
    if (value) result.searchParams.set(name, value === true ? "1" : value);
    else result.searchParams.delete(name);
  }
  if (result.hash.startsWith("#topic-")) result.hash = "";
  return result.href;
}

/**
 * The languages in which somebody answers, and the page's own.
 * @param {object} data
 * @returns {string[]}
 */
export function languages(data) {
  return [...new Set([data.locale, ...data.channels.flatMap((channel) => channel.languages)])];
}

/**
 * A language's name in itself.
 * @param {string} code
 * @param {object} data
 * @returns {string}
 */
export function languageName(code, data) {
  if (code === data.locale) return data.language;
  return new Intl.DisplayNames([code], { type: "language", languageDisplay: "standard" }).of(code) ?? code;
}

/**
 * What the ranking must know about the reader's problem.
 * @param {object} page
 * @param {?object} topic
 * @param {Record<string, ?boolean>} open whether each channel is open; null where it does not say
 * @returns {object}
 */
export function needOf(page, topic, open) {
  const { choices, data } = page;
  const fields = (topic?.fields ?? []).map(({ id }) => data.fields[id]);
  return {
    topic,
    urgency: choices.urgency ?? topic?.urgency ?? "normal",
    complexity: choices.complexity ?? topic?.complexity ?? "complex",
    language: choices.language ?? data.locale,
    medium: choices.medium ?? "any",
    openOnly: choices.open,
    open,
    needsAttachment: fields.some(({ kind }) => kind === "attachment"),
    hasPrivateDetails: fields.some((field) => field.private),
  };
}
