// Sending the message to a form's endpoint: only when the reader presses the button, and with the text kept until it
// has arrived.

import { element, part } from "./dom.js";
import { askForReference } from "./followup.js";
import { send } from "./send.js";
import { fill } from "./texts.js";

/**
 * Makes the composer's button send.
 * @param {object} view the composer
 * @param {() => boolean} isBlocked whether a secret stands in the way
 */
export function startDelivery(view, isBlocked) {
  view.delivery = { id: null, body: null, state: "idle" };
  part(view.root, "send").addEventListener("click", () => {
    if (view.delivery.state !== "sending" && view.delivery.state !== "sent" && !isBlocked()) deliver(view);
  });
}

/**
 * Shows the button as the state of the delivery asks for.
 * @param {object} view the composer
 */
export function showDelivery(view) {
  const { root, delivery, step, message, page } = view;
  const content = `${page.channel.id} ${message.subject}\n${message.body}`;
  // Another text is another message; the state of the one before is history.
  if (delivery.content !== content && delivery.state !== "sending") {
    if (delivery.state !== "idle") part(root, "outcome").replaceChildren();
    Object.assign(delivery, { content, id: newId(), state: "idle" });
  }
  const button = part(root, "send");
  button.hidden = !step.sends || delivery.state === "sent";
  const { texts } = page;
  button.textContent = { sending: texts.sending, failed: texts.tryAgain }[delivery.state] ?? texts.sendMessage;
  if (delivery.state === "sending") button.setAttribute("aria-disabled", "true");
}

async function deliver(view) {
  const { page, root, delivery } = view;
  const { channel } = page;
  delivery.state = "sending";
  part(root, "outcome").replaceChildren();
  showDelivery(view);
  const result = await send(channel.action.endpoint, payload(view), {});
  delivery.state = result.state;
  part(root, "send").removeAttribute("aria-disabled");
  part(root, "outcome").replaceChildren(...outcome(page.texts, result));
  showDelivery(view);
  if (result.state === "sent") askForReference(page, root, channel, result.reference);
}

function outcome(texts, { state, reference, reason, status }) {
  if (state !== "sent") {
    const text = { offline: texts.failedOffline, timeout: texts.failedTimeout }[reason] ?? texts.failedServer;
    return [element("p", { className: "problem" }, fill(text, { status: status || "–" }))];
  }
  const title = element("p", { className: "success" }, texts.sentTitle);
  if (!reference) return [title];
  const [before, after] = texts.sentReference.split("{reference}");
  return [title, element("p", {}, before, element("bdi", {}, reference), after ?? "")];
}

/** What is sent, and nothing more. The receiver drops what comes with the same id again. */
function payload({ page, topic, message, delivery }) {
  const { data, channel, answers } = page;
  const values = topic.fields.filter(({ id }) => isAnswered(answers.get(id)) && !(channel.public && data.fields[id].private));
  return {
    id: delivery.id,
    sentAt: new Date().toISOString(),
    site: data.site.url,
    locale: data.locale,
    topic: topic.id,
    channel: channel.id,
    subject: message.subject,
    message: message.body,
    fields: Object.fromEntries(values.map(({ id }) => [id, answers.get(id).text])),
  };
}

/** Whether the reader has said something: who ticks "I do not know" has not. */
function isAnswered(answer) {
  return Boolean(answer?.text) && !answer.unknown;
}

/** A random UUID; the browser's own maker of them is missing on sites without https. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
