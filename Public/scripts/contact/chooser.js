// Choosing a topic: opening it makes it the page's subject, and folds the others away.

import { startAddress } from "./address.js";
import { startChecklist } from "./checklist.js";
import { startComposer } from "./composer.js";
import { element, part } from "./dom.js";
import { likelyTopics } from "./match.js";
import { without } from "./secrets.js";
import { fill } from "./texts.js";
import { startWays } from "./ways.js";

/** Nobody searches for more; a link may say anything. */
const SEARCH_LENGTH = 200;
/** How much of such a link is looked at: what is cut off is no longer known for a secret. */
const READ_LENGTH = 2000;

/**
 * Lets the reader choose topics, by the list, links and the address.
 * @param {import("./page.js").ContactPage} page
 */
export function startTopics(page) {
  const section = part(document, "topics");
  if (!section) return;
  const items = new Map([...section.querySelectorAll(".topic")].map((item) => [item.dataset.topic, item]));
  const choose = (id, focus) => {
    page.choices.topic = id;
    fold(section, items, id);
    page.tell("choices");
    if (focus) moveTo(section, items.get(id));
  };
  readArrival(page, section, choose);
  startChecklist(page, items);
  startWays(page, items);
  startComposer(page, items);
  startAddress(page, (id) => choose(id, true));
  listen(page, section, items, choose);
  if (!page.choices.topic) return;
  const isLink = location.hash.startsWith("#topic-");
  choose(page.choices.topic, isLink);
  // Who comes by a link sees the topic first; who comes back, the place that was left.
  const [visit] = performance.getEntriesByType("navigation");
  if (!isLink && visit?.type === "navigate") section.scrollIntoView({ block: "start" });
}

function listen(page, section, items, choose) {
  for (const [id, item] of items) {
    item.addEventListener("toggle", () => {
      // What the page itself opens and closes is known already.
      if (item.open && page.choices.topic !== id) choose(id, true);
      if (!item.open && page.choices.topic === id) choose(null, true);
    });
  }
  part(section, "change").addEventListener("click", (event) => {
    if (event.target.closest("button")) choose(null, true);
  });
  document.addEventListener("click", (event) => {
    const id = event.target.closest?.('a[href^="#topic-"]')?.hash.slice("#topic-".length);
    if (!items.has(id) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(id, true);
  });
}

/** Shows one topic alone, or all of them. */
function fold(section, items, id) {
  for (const [name, item] of items) {
    const isCurrent = name === id;
    item.hidden = id !== null && !isCurrent;
    item.classList.toggle("current", isCurrent);
    item.open = isCurrent;
  }
  section.classList.toggle("chosen", id !== null);
  part(section, "change").hidden = id === null;
  part(section, "hint").hidden = id !== null;
}

/** Brings the topic, or the list of topics, before the reader's eyes, and the keyboard's place with it. */
function moveTo(section, item) {
  const target = item?.querySelector("summary") ?? section.querySelector("h2");
  target.focus({ preventScroll: true });
  section.scrollIntoView({ block: "start" });
}

/** What the reader did before: the article that led here, and the words of a search. */
function readArrival(page, section, choose) {
  const arrival = part(section, "arrival");
  const { data, texts } = page;
  const parameters = new URL(location.href).searchParams;
  const from = parameters.get("from");
  const article = articleAt(from, data);
  if (article) {
    page.read = [{ title: article.title, url: new URL(article.url.split("#")[0], location.href).href }];
    markRead(section, article, texts);
    const text = part(arrival, "from");
    text.textContent = fill(texts.fromArticle, { title: article.title });
    text.hidden = arrival.hidden = false;
  }
  page.searched = searchOf(page, parameters.get("q") ?? "");
  if (!page.searched) return;
  const text = part(arrival, "searched");
  text.textContent = fill(texts.fromSearch, { query: page.searched });
  text.hidden = arrival.hidden = false;
  offer(page, part(arrival, "likely"), likelyTopics(page.searched, data.topics), choose);
}

/** What the reader searched for, without secrets: they go from the address, too, which is kept and handed on. */
function searchOf(page, query) {
  const words = query.replace(/[\p{Cc}\p{Zs}]+/gu, " ").trim().slice(0, READ_LENGTH).toWellFormed();
  const safe = without(page, words);
  if (safe !== words || query.length > READ_LENGTH) {
    const url = new URL(location.href);
    url.searchParams.set("q", safe);
    history.replaceState(null, "", url);
  }
  return safe.slice(0, SEARCH_LENGTH).toWellFormed();
}

/** The article at a permalink, rather than a question in it. */
function articleAt(from, data) {
  const articles = data.topics.flatMap((topic) => topic.articles).filter(({ permalink }) => permalink === from);
  return articles.find(({ url }) => !url.includes("#")) ?? articles[0];
}

function markRead(section, article, texts) {
  for (const link of section.querySelectorAll(".answers a")) {
    if (link.pathname !== new URL(article.url, location.href).pathname) continue;
    link.after(" ", element("span", { className: "tag" }, texts.answersTried));
  }
}

function offer(page, place, topics, choose) {
  if (topics.length === 0) return;
  const buttons = topics.map((id) => {
    const button = element("button", { type: "button", className: "button" });
    button.textContent = page.data.topics.find((topic) => topic.id === id).title;
    button.addEventListener("click", () => choose(id, true));
    return element("li", {}, button);
  });
  place.querySelector("ul").replaceChildren(...buttons);
  place.hidden = false;
  page.on("choices", () => { place.hidden = page.choices.topic !== null; });
}
