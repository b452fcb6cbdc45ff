// The message that the checklist makes, live, and what can be done with it: it depends on the chosen channel.

import { clone, copyWith, copyText, part, show } from "./dom.js";
import { discardDraft } from "./draft.js";
import { askForReference, endRequest } from "./followup.js";
import { compose, isFor, mailto, ticketURL } from "./message.js";
import { showDelivery, startDelivery } from "./delivery.js";
import { fill } from "./texts.js";

/** For a topic that no channel is meant for: the message is copied, and goes wherever the reader takes it. */
const ANY_CHANNEL = { id: "", public: false, attachments: true, action: { type: "none" } };

/**
 * Puts the message below the checklist of the chosen topic.
 * @param {import("./page.js").ContactPage} page
 * @param {Map<string, HTMLElement>} items the topics
 */
export function startComposer(page, items) {
  const view = { page, root: clone("gp-composer"), message: null, step: null };
  const render = () => {
    const item = items.get(page.choices.topic);
    if (!item) return;
    const body = item.querySelector(".topic-body");
    if (view.root.parentElement !== body) body.append(view.root);
    showMessage(view);
  };
  page.on("channel", render);
  page.on("answers", render);
  part(view.root, "go").addEventListener("click", (event) => go(view, event));
  part(view.root, "copy").addEventListener("click", ({ currentTarget }) => {
    if (isBlocked(view)) return;
    copyWith(currentTarget, wholeText(view.message), page.texts);
    // A message that is copied is about to be sent where no button leads.
    if (view.channel.id && !view.step.url && !view.step.sends) askForReference(page, view.root, view);
  });
  const draft = part(view.root, "draft");
  draft.hidden = !page.restored;
  draft.querySelector("button").addEventListener("click", () => {
    discardDraft(page);
    draft.hidden = true;
    items.get(page.choices.topic).querySelector("summary").focus();
  });
  startDelivery(view, () => isBlocked(view));
}

/**
 * The message as it is copied.
 * @param {{subject: string, body: string}} message
 * @returns {string}
 */
export function wholeText({ subject, body }) {
  return `${subject}\n\n${body}`;
}

function showMessage(view) {
  const { page, root } = view;
  const { data, texts } = page;
  const topic = data.topics.find(({ id }) => id === page.choices.topic);
  const channel = page.channel ?? ANY_CHANNEL;
  const isOther = view.topic !== topic || view.channel !== channel;
  Object.assign(view, { topic, channel });
  if (isOther) endRequest(root);
  view.message = compose({
    topic, fields: data.fields, values: Object.fromEntries(page.answers), data, channel, read: page.read,
    searched: page.searched, language: page.choices.language ?? data.locale,
  });
  view.step = nextStep(view);
  part(root, "subject").textContent = view.message.subject;
  const body = part(root, "body");
  if (body.value !== view.message.body) body.value = view.message.body;
  const missing = view.message.missing.map((id) => data.fields[id].label);
  part(root, "missing").hidden = missing.length === 0;
  show(root, "missing-fields", fill(texts.missingDetails, {
    fields: new Intl.ListFormat(data.locale, { style: "narrow" }).format(missing),
  }));
  show(root, "cut", view.step.cut);
  part(root, "public").hidden = !channel.public;
  part(root, "call").hidden = channel.action.type !== "phone";
  part(root, "attach").hidden = channel.action.type === "form" || !isAttached(view);
  showActions(view);
}

function isAttached({ page, topic, channel }) {
  return topic.fields.some(({ id }) => {
    const field = page.data.fields[id];
    return field.kind === "attachment" && isFor(channel, field) && page.answers.get(id)?.text;
  });
}

/** What the main button does: its label, its address, whether it copies first, and what to say of a cut message. */
function nextStep({ page: { data, texts }, channel, topic, message: { subject, body } }) {
  const { action } = channel;
  if (action.type === "none") return {};
  if (action.type === "form") return { sends: true };
  if (action.type === "phone") {
    const { number } = action;
    return { label: fill(texts.callChannel, { number }), url: `tel:${number.replace(/[^+\d]/g, "")}` };
  }
  if (action.type === "email") {
    const { url, cut } = mailto(action.address, subject, body);
    return { label: texts.openEmail, url, copies: cut, cut: cut && texts.mailtoCut };
  }
  if (action.type === "ticket") {
    const { url, cut } = ticketURL(action.url, { subject, body, topic: topic.id, locale: data.locale });
    const carries = action.url.includes("{body}");
    const label = carries ? texts.openTicket : fill(texts.openChannel, { channel: channel.name });
    return { label, url, copies: cut || !carries, cut: cut && texts.ticketCut };
  }
  return { label: fill(texts.openChannel, { channel: channel.name }), url: action.url, copies: true };
}

function showActions(view) {
  const { root, step } = view;
  const blocked = view.page.suspects.size > 0;
  const link = part(root, "go");
  link.hidden = !step.url;
  link.textContent = step.label ?? "";
  // A link without an address is none, so a message that is blocked cannot be taken elsewhere by the browser's menu.
  if (step.url && !blocked) link.href = step.url;
  else link.removeAttribute("href");
  if (step.url?.startsWith("http")) link.target = "_blank";
  else link.removeAttribute("target");
  const copy = part(root, "copy");
  copy.classList.toggle("strong", !step.url && !step.sends);
  for (const control of [link, part(root, "send"), copy]) {
    if (blocked) control.setAttribute("aria-disabled", "true");
    else control.removeAttribute("aria-disabled");
    if (blocked) control.setAttribute("aria-describedby", "gp-blocked");
    else control.removeAttribute("aria-describedby");
  }
  part(root, "blocked").hidden = !blocked;
  showDelivery(view);
}

/** Whether a secret stands in the way; leads the reader to it. */
function isBlocked({ page }) {
  const [input] = page.suspects.values();
  input?.focus();
  return Boolean(input);
}

function go(view, event) {
  if (isBlocked(view)) {
    event.preventDefault();
    return;
  }
  if (view.step.copies && !copyText(wholeText(view.message))) show(view.root, "cut", view.page.texts.copyFailed);
  askForReference(view.page, view.root, view);
}
