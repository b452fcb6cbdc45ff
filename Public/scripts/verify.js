// Lets the verify page check what a reader pastes. Without it the page shows the official list alone.

import { verify } from "./contact/verify.js";

// What is shown back is only to be recognised.
const LONGEST_SHOWN = 120;

const data = JSON.parse(document.getElementById("gp-data").textContent);
const form = document.querySelector("form[data-verify]");
const field = form.querySelector("input, textarea");
const output = document.querySelector("output[data-verdict]");
const template = document.getElementById("gp-verdict");
const items = [...document.querySelectorAll("[data-entry]")];

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  check(field.value);
});
field.addEventListener("paste", pasteLines);
field.addEventListener("input", ({ inputType }) => {
  // A verdict must never stand beside something else than what it is about.
  if (inputType === "insertFromPaste" || inputType === "insertFromDrop") check(field.value);
  else clear();
});

const asked = new URLSearchParams(location.search).get("check");
if (asked !== null) {
  field.value = asked.replace(/\s+/g, " ");
  check(asked);
}

/** Fields of one line drop line breaks, which would make one link of two: they become spaces. */
function pasteLines(event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (field.localName !== "input" || !/[\r\n]/.test(text)) return;
  event.preventDefault();
  field.setRangeText(text.replace(/\s+/g, " "), field.selectionStart, field.selectionEnd, "end");
  check(field.value);
}

/** Judges a text and shows the verdict. */
function check(text) {
  const result = verify(text, data.entries);
  mark(result.matches);
  output.replaceChildren(verdictOf(result, text.trim()));
  // On a small screen it comes below what is in sight, and nothing would seem to have happened.
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  output.firstElementChild.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
}

function clear() {
  mark([]);
  output.replaceChildren();
}

/** The verdict in words, with what it is about and why. */
function verdictOf({ verdict, entry, reasons, kind }, checked) {
  const view = template.content.cloneNode(true);
  const root = view.firstElementChild;
  const find = (name) => root.querySelector(`[data-${name}]`);
  root.classList.add(`verdict-${verdict}`);
  if (find("icon")) find("icon").dataset.icon = verdict;
  const account = reasons.find(({ key }) => key === "verdictAccountText");
  const others = reasons.filter((reason) => reason !== account);
  const values = { entry: entry?.label };
  const found = verdict === "official" ? itemOf(entry) : undefined;
  find("title").replaceChildren(...nodes(titleKey(verdict), values));
  const text = account ? nodes(account.key, account.values) : nodes(textKey(verdict), values, found);
  find("text").replaceChildren(...text);
  if (checked !== "") find("text").before(shownBack(checked));
  find("reasons").replaceChildren(...others.map(reasonItem));
  find("reasons").hidden = others.length === 0;
  const note = verdict === "official" ? { email: "verdictEmailNote", phone: "verdictPhoneNote" }[kind] : undefined;
  find("note").replaceChildren(...nodes(note, {}));
  find("note").hidden = note === undefined;
  return view;
}

function titleKey(verdict) {
  const keys = { official: "verdictOfficial", lookalike: "verdictLookalike", unlisted: "verdictUnlisted" };
  return keys[verdict] ?? "verdictUnclear";
}

/** The sentence below the title; a look-alike has its reasons there. */
function textKey(verdict) {
  const keys = { official: "verdictOfficialText", lookalike: "verdictUnlistedText", unlisted: "verdictUnlistedText" };
  return keys[verdict] ?? "verdictUnclearText";
}

function reasonItem({ key, values }) {
  const item = document.createElement("li");
  item.append(...nodes(key, values));
  return item;
}

/** What was checked, kept apart from the direction and the words around it. */
function shownBack(text) {
  const line = document.createElement("p");
  line.className = "verdict-input";
  const letters = [...text];
  line.append(isolated(letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join("")}…` : text));
  return line;
}

/** An interface text as nodes, its values isolated, and linked to an item of the list. */
function nodes(key, values, item) {
  const parts = (data.texts[key] ?? "").split(/\{(\w+)\}/);
  return parts.map((part, index) => {
    if (index % 2 === 0) return part;
    const value = isolated(listed(values[part] ?? ""));
    return item ? linkTo(item, value) : value;
  });
}

function linkTo(item, content) {
  const link = document.createElement("a");
  link.className = "text-link";
  link.href = `#${item.id}`;
  link.append(content);
  return link;
}

/** Several names as the page's language lists them. */
function listed(value) {
  return Array.isArray(value) ? new Intl.ListFormat(data.locale).format([...new Set(value)]) : value;
}

function isolated(text) {
  const element = document.createElement("bdi");
  element.textContent = text;
  return element;
}

/** Marks what was found in the official list. */
function mark(entries) {
  const found = entries.map(itemOf);
  for (const item of items) {
    if (found.includes(item)) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
  }
}

/** The item of the list that shows an entry. */
function itemOf(entry) {
  return items.find((item) => data.entries[Number(item.dataset.entry)] === entry);
}
