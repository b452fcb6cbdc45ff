// Sends a message to a form's endpoint, and tells what became of it. Nothing goes along but the message: no cookies, no
// address of the page.

const TIMEOUT = 20_000;
/** An answer is a few words; whoever sends more than this is not read. */
const ANSWER_BYTES = 10_000;
/** Up to 64 characters that can be seen, and spaces. */
const REFERENCE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,64}$/u;

/**
 * @typedef {object} Payload what the endpoint gets as JSON
 * @property {string} id the same for each attempt to send one message, so that the receiver can drop what comes twice
 * @property {string} sentAt ISO 8601, in UTC
 * @property {string} site
 * @property {string} locale
 * @property {string} topic
 * @property {string} channel
 * @property {string} subject
 * @property {string} message
 * @property {Record<string, string|true>} fields what the reader entered, by field, as `sentValue` gives it
 */

/**
 * Sends a message. It never throws.
 * @param {string} endpoint
 * @param {Payload} payload
 * @param {{fetch?: typeof fetch, timeout?: number}} [options] timeout: milliseconds
 * @returns {Promise<{state: "sent", reference: ?string}
 *   | {state: "failed", reason: "offline"|"refused"|"unanswered", status: number}>} offline: nothing was sent;
 *   unanswered: nobody can tell whether it has arrived; status: 0 when there was no answer
 */
export async function send(endpoint, payload, { fetch = globalThis.fetch, timeout = TIMEOUT } = {}) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout);
  // A connection that breaks later may have taken the message along.
  const isOffline = !navigator.onLine;
  try {
    const response = await fetch(endpoint, request(payload, controller.signal));
    // The answer's head says that the message has arrived, whatever becomes of the rest.
    if (response.ok) return { state: "sent", reference: await referenceOf(response) };
    return failed("refused", response.status);
  } catch {
    // Nor does an answer that the browser withholds say anything of the message.
    return failed(isOffline ? "offline" : "unanswered", 0);
  } finally {
    clearTimeout(timer);
    // Whatever is still coming is of no use.
    controller.abort();
  }
}

const failed = (reason, status) => ({ state: "failed", reason, status });

function request(payload, signal) {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(payload),
    mode: "cors",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    // A redirect would take the message to where the site's owner has not sent it.
    redirect: "error",
    signal,
  };
}

/** The `reference` of an answer, if it is a text that can be shown; null otherwise. */
async function referenceOf(response) {
  try {
    if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(response.headers.get("Content-Type") ?? "")) return null;
    const reference = JSON.parse(await beginning(response.body))?.reference;
    return typeof reference === "string" && REFERENCE.test(reference.trim()) ? reference.trim() : null;
  } catch {
    return null;
  }
}

/** An answer's text; of a long one no more than its beginning, which is no JSON. */
async function beginning(stream) {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (const reader = stream.getReader(); size <= ANSWER_BYTES;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    text += decoder.decode(value, { stream: true });
  }
  return text;
}
