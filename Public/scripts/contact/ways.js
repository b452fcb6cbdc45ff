// The ways to reach support about the chosen topic: ranked by what suits the reader, one of them chosen.

import { showStatus } from "./cards.js";
import { languageName, languages, needOf } from "./choices.js";
import { announce, clone, element, part } from "./dom.js";
import { status } from "./hours.js";
import { rank } from "./ranking.js";
import { fill } from "./texts.js";

/** As many as can be compared at a glance; the others are a button away. */
const SHOWN = 4;

/**
 * Puts the ranking and its options into the chosen topic.
 * @param {import("./page.js").ContactPage} page
 * @param {Map<string, HTMLElement>} items the topics
 */
export function startWays(page, items) {
  const options = clone("gp-options");
  const ranked = clone("gp-ways");
  const view = {
    options, ranked, list: ranked.querySelector(".way-list"), rows: new Map(),
    wishes: null, ranking: [], seen: new Set(), all: false, order: "",
  };
  fillOptions(page, view);
  view.list.addEventListener("change", (event) => {
    page.choices.channel = event.target.value;
    page.tell("choices");
  });
  part(ranked, "all").addEventListener("click", () => {
    view.all = true;
    show(page, view);
    view.list.children[SHOWN]?.querySelector("input").focus();
  });
  page.on("choices", () => {
    if (place(page, view, items)) show(page, view);
  });
  page.on("minute", () => { if (page.choices.topic) show(page, view); });
}

/** Moves the list to the chosen topic; says whether there is one. */
function place(page, view, items) {
  const item = items.get(page.choices.topic);
  if (!item) {
    view.wishes = null;
    return false;
  }
  const ways = part(item, "ways");
  if (view.ranked.parentElement === ways) return true;
  const list = part(ways, "static");
  if (list) list.hidden = true;
  view.list.setAttribute("aria-label", ways.querySelector("h4")?.textContent ?? "");
  ways.append(view.options, view.ranked);
  view.all = false;
  return true;
}

function show(page, view) {
  const { data, choices } = page;
  const topic = data.topics.find(({ id }) => id === choices.topic);
  const now = new Date();
  const open = Object.fromEntries(
    data.channels.map(({ id, hours }) => [id, hours ? status(hours, now).open : null]));
  const need = needOf(page, topic, open);
  const ranked = settled(page, view, rank(data.channels, need, data.weights));
  const chosen = choose(page, ranked);
  if (chosen) view.seen.add(chosen.channel.id);
  view.options.hidden = ranked.length === 0;
  part(view.ranked, "none").hidden = ranked.length === 0 || ranked.some(({ fits }) => fits);
  const shown = ranked.filter(({ channel }, index) => view.all || index < SHOWN || view.seen.has(channel.id));
  part(view.ranked, "all").hidden = shown.length === ranked.length;
  arrange(view, shown.map(({ channel }) => row(page, view, channel)));
  shown.forEach((entry, index) => update(page, view.rows.get(entry.channel.id), entry, need, {
    best: index === 0 && entry.fits, chosen: entry === chosen,
  }));
  for (const select of view.options.querySelectorAll("[data-option]")) showOption(select, need);
  page.tell("channel");
}

/** The order in which the reader has seen the ways: none moves because time goes by, only because of other wishes. */
function settled(page, view, ranked) {
  const { channel, ...rest } = page.choices;
  const wishes = JSON.stringify(rest);
  if (view.wishes !== wishes) {
    Object.assign(view, { wishes, ranking: ranked.map((entry) => entry.channel.id) });
    view.seen.clear();
    page.channel = null;
  }
  const place = (entry) => view.ranking.indexOf(entry.channel.id);
  return ranked.sort((left, right) => place(left) - place(right));
}

/** The reader's choice as long as it is among the ways; else the one that stands there already, or the best. */
function choose(page, ranked) {
  const find = (wanted) => ranked.find(({ channel }) => channel.id === wanted);
  if (!find(page.choices.channel)) page.choices.channel = null;
  const chosen = find(page.choices.channel) ?? find(page.channel?.id) ?? ranked[0];
  page.channel = chosen?.channel ?? null;
  return chosen;
}

/** Rows move only when their order has changed, so that the keyboard's place is kept. */
function arrange(view, rows) {
  const order = rows.map((entry) => entry.dataset.way).join();
  if (order === view.order) return;
  view.order = order;
  const focused = view.list.contains(document.activeElement) ? document.activeElement : null;
  view.list.replaceChildren(...rows);
  focused?.focus({ preventScroll: true });
}

function row(page, view, channel) {
  if (view.rows.has(channel.id)) return view.rows.get(channel.id);
  const result = clone("gp-way");
  result.dataset.way = channel.id;
  const details = ["status", "reply", "reasons"].map((name) => part(result, name));
  for (const detail of details) detail.id = `gp-way-${channel.id}-${detail.dataset.part}`;
  const input = result.querySelector("input");
  input.value = channel.id;
  input.setAttribute("aria-describedby", details.map(({ id }) => id).join(" "));
  part(result, "name").textContent = channel.name;
  const reply = part(result, "reply");
  reply.hidden = !channel.responds;
  reply.textContent = channel.responds?.text ?? "";
  const link = result.querySelector("[data-part=direct] a");
  // A form needs no link: it is here.
  const action = channel.action.type !== "form"
    && document.querySelector(`#channel-${CSS.escape(channel.id)} > p > .text-link`);
  // What leads to the channel without a message stands in its card.
  if (action) Object.assign(link, { href: action.href, textContent: action.textContent });
  else Object.assign(link, { href: `#channel-${channel.id}`, textContent: channel.name });
  view.rows.set(channel.id, result);
  return result;
}

function update(page, target, { channel, reasons }, need, { best, chosen }) {
  target.querySelector("input").checked = chosen;
  part(target, "best").hidden = !best;
  showStatus(part(target, "status"), channel, page);
  const language = languageName(need.language, page.data);
  // Whether it is open stands above the reasons, with the time.
  const told = reasons.filter(({ key }) => !(channel.hours && ["reasonOpen", "reasonClosed"].includes(key)));
  part(target, "reasons").replaceChildren(...told.map(({ key, good }) =>
    element("li", { className: good ? "" : "against" }, fill(page.texts[key], { language }))));
}

function fillOptions(page, view) {
  const { options } = view;
  const language = options.querySelector("[data-option=language]");
  language.append(...languages(page.data).map((code) =>
    element("option", { value: code, lang: code }, languageName(code, page.data))));
  options.addEventListener("change", ({ target }) => {
    const name = target.dataset.option;
    const isUsual = name === "medium" ? target.value === "any" : false;
    page.choices[name] = target.type === "checkbox" ? target.checked : isUsual ? null : target.value;
    page.choices.channel = null;
    page.tell("choices");
    announceFirst(view);
  });
  const { choices } = page;
  options.open = Boolean(choices.language || choices.medium || choices.urgency || choices.complexity || choices.open);
}

/** What the wishes have led to, for those who do not see the list move. */
function announceFirst({ ranked, list }) {
  const none = part(ranked, "none");
  const label = list.firstElementChild.querySelector("label");
  const name = [...label.querySelectorAll("[data-part]:not([hidden])")].map((word) => word.textContent).join(", ");
  announce(none.hidden ? name : `${none.textContent} ${name}`);
}

function showOption(control, need) {
  const name = control.dataset.option;
  if (control.type === "checkbox") control.checked = need.openOnly;
  else control.value = need[name];
}
