// Sending the message to a form's endpoint: only when the reader presses the button, and with the text kept until it
// has arrived.

import { element, part } from "./dom.js";
import { endDraft } from "./draft.js";
import { askForReference } from "./followup.js";
import { isFor } from "./message.js";
import { sentValue } from "./message-words.js";
import { send } from "./send.js";
import { fill } from "./texts.js";

/**
 * Makes the composer's button send.
 * @param {object} view the composer
 * @param {() => boolean} isBlocked whether a secret stands in the way
 */
export function startDelivery(view, isBlocked) {
  // `content` is the message that was sent with `id`; `seen` is the one that stood there when its outcome was shown.
  view.delivery = { id: null, content: null, seen: null, state: "idle" };
  part(view.root, "send").addEventListener("click", () => {
    if (view.delivery.state !== "sending" && !hasArrived(view) && !isBlocked()) deliver(view);
  });
}

/**
 * Shows the button as the state of the delivery asks for.
 * @param {object} view the composer
 */
export function showDelivery(view) {
  const { root, delivery, step, page: { texts } } = view;
  // Who goes on writing writes another message; but while one is on its way, its outcome is still to be told.
  if (["sent", "failed"].includes(delivery.state) && delivery.seen !== contentOf(view)) {
    part(root, "outcome").replaceChildren();
    delivery.state = "idle";
  }
  const button = part(root, "send");
  button.hidden = !step.sends || hasArrived(view);
  button.textContent = { sending: texts.sending, failed: texts.tryAgain }[delivery.state] ?? texts.sendMessage;
  if (delivery.state === "sending") button.setAttribute("aria-disabled", "true");
}

const contentOf = ({ channel, message }) => `${channel.id} ${message.subject}\n${message.body}`;

/** Whether what stands there has arrived, and not only its beginning, to which the reader has added. */
function hasArrived(view) {
  return view.delivery.state === "sent" && view.delivery.content === contentOf(view);
}

async function deliver(view) {
  const { page, root, delivery, channel, topic } = view;
  const content = contentOf(view);
  // The same text is the same message, for it may have arrived already.
  if (delivery.content !== content) Object.assign(delivery, { content, id: newId() });
  delivery.state = "sending";
  const place = part(root, "outcome");
  place.replaceChildren();
  showDelivery(view);
  const result = await send(channel.action.endpoint, payload(view), {});
  const button = part(root, "send");
  const isWaiting = [button, document.body].includes(document.activeElement);
  Object.assign(delivery, { state: result.state, seen: contentOf(view) });
  if (page.suspects.size === 0) button.removeAttribute("aria-disabled");
  place.replaceChildren(...outcome(page.texts, result));
  showDelivery(view);
  if (result.state !== "sent") return;
  if (delivery.content === contentOf(view)) endDraft(page);
  askForReference(page, root, { channel, topic }, result.reference);
  // The button is gone; but whoever has gone on to something else stays there.
  if (isWaiting) place.focus();
}

function outcome(texts, { state, reference, reason, status }) {
  if (state !== "sent") {
    const text = { offline: texts.failedOffline, unanswered: texts.failedTimeout }[reason] ?? texts.failedServer;
    return [element("p", { className: "problem" }, fill(text, { status }))];
  }
  const title = element("p", { className: "success" }, texts.sentTitle);
  if (!reference) return [title];
  const [before, after] = texts.sentReference.split("{reference}");
  return [title, element("p", {}, before, element("bdi", {}, reference), after ?? "")];
}

/** What is sent, and nothing more. The receiver drops what comes with the same id again. */
function payload({ page, topic, channel, message, delivery }) {
  const { data, answers } = page;
  const told = topic.fields.map(({ id }) => id)
    .filter((id) => isAnswered(answers.get(id)) && isFor(channel, data.fields[id]));
  return {
    id: delivery.id,
    sentAt: new Date().toISOString(),
    site: data.site.url,
    locale: data.locale,
    topic: topic.id,
    channel: channel.id,
    subject: message.subject,
    message: message.body,
    fields: Object.fromEntries(told.map((id) => [id, sentValue(data.fields[id], answers.get(id).text)])),
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
