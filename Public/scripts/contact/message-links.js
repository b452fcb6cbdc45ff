// Addresses that carry a message: within their limits, cut between characters, and with values that stay values.

const ELLIPSIS = "…";

/**
 * An address that opens a mail program with the message (RFC 6068).
 * @param {string} address
 * @param {string} subject
 * @param {string} body
 * @param {number} [limit] how long the whole address may be: some programs take no more than 2,000 characters
 * @returns {{url: string, cut: boolean}} cut: only the beginning of the message is in it
 */
export function mailto(address, subject, body, limit = 2000) {
  // Lines end with CR and LF there; and many programs take an @ as it is only.
  const lines = body.replace(/\r?\n/g, "\r\n");
  const to = address.split("@").map(encoded).join("@");
  return ticketURL(`mailto:${to}?subject={subject}&body={body}`, { subject, body: lines }, limit);
}

/**
 * An address that opens a form with the message in it.
 * @param {string} template a URL with `{subject}`, `{body}`, `{topic}` and `{locale}`, of which some may be missing
 * @param {{subject: string, body: string, topic: string, locale: string}} values
 * @param {number} [limit] how long the whole address may be: servers refuse what is much longer than 8,000 characters
 * @returns {{url: string, cut: boolean}} cut: only the beginning of the message is in it
 */
export function ticketURL(template, values, limit = 8000) {
  const parts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, encoded(value)]));
  if (filled(template, parts).length <= limit) return { url: filled(template, parts), cut: false };
  const count = (name) => template.split(`{${name}}`).length - 1;
  const room = limit - filled(template, { ...parts, subject: "", body: "" }).length;
  // A long subject leaves at least half of the room to the body.
  parts.subject = fitting(values.subject, (count("body") > 0 ? room / 2 : room) / count("subject"));
  parts.body = fitting(values.body, (room - count("subject") * parts.subject.length) / count("body"));
  return { url: filled(template, parts), cut: true };
}

/** The template with its values, in one go: a value that looks like a placeholder is none. */
function filled(template, parts) {
  return template.replace(/\{(subject|body|topic|locale)\}/g, (placeholder, name) => parts[name] ?? placeholder);
}

/** A text encoded for any part of a URL; a broken character, which cannot be encoded, becomes U+FFFD. */
function encoded(text) {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** As much of a text as fits when it is encoded, cut between characters as readers see them. */
function fitting(text, room) {
  const whole = encoded(text);
  if (whole.length <= room) return whole;
  const end = encoded(ELLIPSIS);
  let result = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const next = encoded(segment);
    if (result.length + next.length + end.length > room) break;
    result += next;
  }
  return end.length <= room ? result + end : "";
}
