// The chosen topic's checklist as a form. What is entered once stays when another topic asks for the same.

import { element } from "./dom.js";
import { restoreDraft, startDraft } from "./draft.js";
import { guardInput } from "./secrets.js";

/** What readers choose instead of writing it. */
const CHOSEN = ["choice", "time"];

/**
 * Turns the checklist of each topic into a form when it is chosen.
 * @param {import("./page.js").ContactPage} page
 * @param {Map<string, HTMLElement>} items the topics
 */
export function startChecklist(page, items) {
  restoreDraft(page);
  const ready = new Set();
  page.on("choices", () => {
    const id = page.choices.topic;
    if (!id || ready.has(id)) return;
    ready.add(id);
    const topic = page.data.topics.find((candidate) => candidate.id === id);
    const peers = [];
    for (const { id: field, optional } of topic.fields) {
      addField(page, items.get(id).querySelector(`[data-field="${CSS.escape(field)}"]`), field, { optional, peers });
    }
  });
  startDraft(page);
}

/** What has been entered; a field that was never touched is empty. */
function answerOf(page, id) {
  if (!page.answers.has(id)) page.answers.set(id, { text: "", unknown: false });
  return page.answers.get(id);
}

function addField(page, line, id, { optional, peers }) {
  if (!line) return;
  const field = page.data.fields[id];
  const { topic } = line.closest("[data-topic]").dataset;
  const name = `${topic}-${id}`;
  const input = field.kind === "attachment" ? checkbox() : control(field);
  Object.assign(input, { id: `gp-field-${name}`, name: id });
  const answer = answerOf(page, id);
  const help = line.querySelector(".field-help");
  if (help) {
    help.id = `gp-help-${name}`;
    input.setAttribute("aria-describedby", help.id);
  }
  addLabel(page, line, input);
  const sync = () => page.tell("answers");
  const accept = (text) => { answer.text = text; sync(); };
  if (!optional && field.kind !== "attachment") line.append(unknownBox(page, answer, input, sync));
  const fillIn = () => {
    if (field.kind === "attachment") input.checked = answer.text !== "";
    else if (input.value !== answer.text && !(page.suspects.has(name) && page.choices.topic === topic)) {
      input.value = answer.text;
      // A problem that went away with the text goes, too.
      if (page.suspects.has(name)) input.dispatchEvent(new Event("input"));
    }
    const unknown = line.querySelector("[data-unknown]");
    if (unknown) unknown.checked = answer.unknown;
  };
  fillIn();
  page.on("choices", fillIn);
  // Browsers put back what stood in a field when the page was left; what holds is what was accepted.
  window.addEventListener("pageshow", () => { if (document.activeElement !== input) fillIn(); });
  if (field.kind === "attachment") input.addEventListener("change", () => accept(input.checked ? "yes" : ""));
  // The site's own words, and times, are no secrets.
  else if (CHOSEN.includes(field.kind)) input.addEventListener("input", () => accept(input.value));
  else guardInput(page, input, { id: name, kind: field.kind, peers, accept });
}

function addLabel(page, line, input) {
  const text = line.querySelector(".field-label");
  const label = element("label", { className: "field-label", htmlFor: input.id }, ...text.childNodes);
  label.id = `${input.id}-label`;
  text.replaceWith(label);
  line.classList.add("field", "filled");
  if (input.type !== "checkbox") {
    line.append(input);
    return;
  }
  const words = element("span", { id: `${input.id}-box` }, page.texts.messageAttached);
  line.append(element("label", { className: "check" }, input, words));
  // What it is about, before what is ticked.
  input.setAttribute("aria-labelledby", `${label.id} ${words.id}`);
}

/** "I do not know": better than an empty line, for support need not ask. */
function unknownBox(page, answer, input, sync) {
  const box = checkbox();
  box.dataset.unknown = "";
  box.setAttribute("aria-describedby", `${input.id}-label`);
  box.addEventListener("change", () => { answer.unknown = box.checked; sync(); });
  input.addEventListener("input", () => {
    if (input.value === "" || !answer.unknown) return;
    answer.unknown = box.checked = false;
    sync();
  });
  return element("label", { className: "check" }, box, element("span", {}, page.texts.iDoNotKnow));
}

const checkbox = () => element("input", { type: "checkbox", autocomplete: "off" });

/**
 * The control for a kind of field. The browser keeps nothing of it, corrects nothing, and has nothing spelled out by a
 * service: whatever is typed by mistake stays on the page.
 */
function control(field) {
  const alone = { autocomplete: "off", spellcheck: false };
  if (field.kind === "choice") return choice(field.options, alone);
  if (field.kind === "long") return element("textarea", { rows: 3, dir: "auto", maxLength: 10_000, ...alone });
  const input = element("input", { type: "text", dir: "auto", maxLength: 1000, ...alone });
  if (field.kind === "time") input.type = "datetime-local";
  if (field.kind === "amount") input.inputMode = "decimal";
  if (field.kind === "email") Object.assign(input, { inputMode: "email", autocomplete: "email" });
  if (field.kind === "url") input.inputMode = "url";
  if (field.kind !== "text") input.autocapitalize = "off";
  return input;
}

function choice(options, properties) {
  return element("select", properties, element("option", { value: "" }, "–"),
    ...options.map(({ text }) => element("option", { value: text }, text)));
}
