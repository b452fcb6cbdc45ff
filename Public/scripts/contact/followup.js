// After support was contacted: the requests that the reader notes on this device, when their replies are due, and what
// to try next.

import { reminder } from "./calendar.js";
import { choicesURL, needOf } from "./choices.js";
import { announce, clone, element, part, show } from "./dom.js";
import { replyDue, status } from "./hours.js";
import { rank } from "./ranking.js";
import { add, list, remove } from "./requests.js";
import { guardInput } from "./secrets.js";
import { fill } from "./texts.js";
import { dayAndTime } from "./times.js";

/**
 * Shows the remembered requests.
 * @param {import("./page.js").ContactPage} page
 */
export function startRequests(page) {
  const refresh = () => showRequests(page);
  refresh();
  page.on("requests", refresh);
  page.on("minute", refresh);
  // Another tab may have changed them.
  window.addEventListener("storage", refresh);
}

/**
 * Asks for the number of a request that is being made now.
 * @param {import("./page.js").ContactPage} page
 * @param {HTMLElement} root the composer
 * @param {{channel: object, topic: object}} used the channel that was used, and what about
 * @param {?string} [reference] the number, if it is known already
 */
export function askForReference(page, root, { channel, topic }, reference) {
  const form = part(root, "follow");
  prepare(page, root, form);
  form.request = { channel: channel.id, topic: topic.id, sentAt: new Date().toISOString() };
  // What the reader has noted already stays.
  if (reference && !form.elements.reference.value) setReference(form, reference);
  if (form.hidden) announce(form.querySelector("h4").textContent);
  form.hidden = false;
}

/**
 * Puts away what belongs to a request: the reader has turned to another topic or channel.
 * @param {HTMLElement} root the composer
 */
export function endRequest(root) {
  const form = part(root, "follow");
  form.hidden = true;
  setReference(form, "");
  part(root, "outcome").replaceChildren();
}

/** Fills in the number; what was wrong with the one before is gone with it. */
function setReference(form, text) {
  const input = form.elements.reference;
  if (input.value === text) return;
  input.value = text;
  input.dispatchEvent(new Event("input"));
}

function prepare(page, root, form) {
  if (form.dataset.ready) return;
  form.dataset.ready = "true";
  const input = form.elements.reference;
  guardInput(page, input, { id: "reference", kind: "reference", accept: () => page.tell("answers") });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (page.suspects.has("reference")) input.focus();
    else save(page, root, form, input.value.trim());
  });
}

function save(page, root, form, reference) {
  const request = add({ ...form.request, reference });
  part(form, "unavailable").hidden = request !== null;
  if (!request) return;
  page.tell("requests");
  form.hidden = true;
  setReference(form, "");
  const saved = clone("gp-saved");
  part(saved, "due").textContent = dueText(page, request) ?? "";
  part(root, "saved")?.remove();
  part(root, "outcome").append(saved);
  saved.focus();
}

function dueOf(page, request) {
  const channel = page.data.channels.find(({ id }) => id === request.channel);
  return channel ? replyDue(channel, new Date(request.sentAt)) : null;
}

function dueText(page, request) {
  const due = dueOf(page, request);
  const now = new Date();
  if (!due) return null;
  const text = due > now ? page.texts.followDue : page.texts.followOverdue;
  return fill(text, { time: dayAndTime(due, page.data.locale, now) });
}

function showRequests(page) {
  const section = part(document, "requests");
  const requests = list() ?? [];
  // What has not changed stays as it is, with the keyboard's place in it.
  const rows = requests.map((request) => requestRow(page, request, requests));
  const target = part(section, "list");
  const state = rows.map((row) => row.textContent).join("\n") + requests.map(({ id }) => id).join();
  if (target.dataset.state !== state) target.replaceChildren(...rows);
  target.dataset.state = state;
  section.hidden = requests.length === 0;
}

function requestRow(page, request, requests) {
  const { data, texts } = page;
  const row = clone("gp-request");
  const topic = data.topics.find(({ id }) => id === request.topic);
  const channel = data.channels.find(({ id }) => id === request.channel);
  const now = new Date();
  part(row, "topic").textContent = topic?.title ?? request.topic;
  const time = dayAndTime(new Date(request.sentAt), data.locale, now);
  show(row, "contacted", fill(texts.followContacted, { channel: channel?.name ?? request.channel, time }));
  part(row, "reference").hidden = !request.reference;
  part(row, "reference").querySelector("bdi").textContent = request.reference;
  const due = dueOf(page, request);
  show(row, "due", dueText(page, request)).classList.toggle("overdue", due !== null && due < now);
  const button = part(row, "reminder");
  button.hidden = !due || due < now;
  button.addEventListener("click", () => download(page, request, due, topic));
  part(row, "answered").addEventListener("click", () => forget(page, request));
  showNext(page, row, topic, requests);
  return row;
}

/** The best channel that the reader has not used for this topic yet. */
function showNext(page, row, topic, requests) {
  if (!topic) return;
  const { data, texts } = page;
  const used = requests.filter((request) => request.topic === topic.id).map((request) => request.channel);
  const now = new Date();
  const open = Object.fromEntries(data.channels.map(({ id, hours }) => [id, hours ? status(hours, now).open : null]));
  const others = data.channels.filter(({ id }) => !used.includes(id));
  const [next] = rank(others, needOf(page, topic, open), data.weights);
  const place = part(row, "next");
  place.hidden = !next;
  if (!next) return;
  const link = place.querySelector("a");
  link.textContent = fill(texts.followNext, { channel: next.channel.name });
  // What else the address says belongs to this visit.
  const start = new URL(location.pathname, location.origin);
  link.href = choicesURL(start, { ...page.choices, topic: topic.id, channel: next.channel.id });
}

function forget(page, request) {
  remove(request.id);
  page.tell("requests");
  const heading = document.getElementById("gp-requests");
  const target = heading.closest("section").hidden ? document.getElementById("gp-topics") : heading;
  target?.focus();
}

function download(page, request, due, topic) {
  const { data, texts } = page;
  const text = reminder({
    title: fill(texts.followEvent, { site: data.site.title }),
    description: [topic?.title, request.reference].filter(Boolean).join("\n"),
    url: data.page,
    start: due,
    uid: `${request.id}@${new URL(data.page).hostname}`,
  });
  const url = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  element("a", { href: url, download: "reminder.ics" }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
