// The draft of a message: kept in this tab only, without secrets and without what may become one.

import { findBeginnings } from "./guard-beginnings.js";
import { redact } from "./guard.js";

const PAUSE = 400; // ms, so that not every key writes
const EMPTY = "{}";
/** Stands where something was not kept. */
const GAP = "…";

/**
 * Brings back what was entered before the page was loaded again, or in another language.
 * @param {import("./page.js").ContactPage} page
 */
export function restoreDraft(page) {
  try {
    for (const [id, answer] of Object.entries(JSON.parse(sessionStorage.getItem(keyOf(page))) ?? {})) {
      if (!Object.hasOwn(page.data.fields, id) || typeof answer?.text !== "string") continue;
      const text = restored(page.data.fields[id], answer.text);
      if (!text && answer.unknown !== true) continue;
      page.answers.set(id, { text, unknown: answer.unknown === true });
      page.restored = true;
    }
  } catch {
    // Storage may be switched off, or hold something else.
  }
}

/**
 * Keeps the draft from now on.
 * @param {import("./page.js").ContactPage} page
 */
export function startDraft(page) {
  let timer;
  page.on("answers", () => {
    clearTimeout(timer);
    // What was kept before may hold the beginning of what is a secret now.
    if (page.suspects.size > 0) save(page);
    else timer = setTimeout(() => save(page), PAUSE);
  });
  window.addEventListener("pagehide", () => save(page));
}

/**
 * Forgets everything that was entered.
 * @param {import("./page.js").ContactPage} page
 */
export function discardDraft(page) {
  for (const input of [...page.suspects.values()].filter((suspect) => suspect.closest("[data-field]"))) {
    input.value = "";
    // Its problem goes with the text.
    input.dispatchEvent(new Event("input"));
  }
  for (const answer of page.answers.values()) Object.assign(answer, { text: "", unknown: false });
  page.restored = false;
  try {
    sessionStorage.removeItem(keyOf(page));
  } catch {
    // Nothing was kept then.
  }
  page.tell("choices");
  page.tell("answers");
}

/** The draft's name: sites that share a host have one each, all languages of a site share one. */
function keyOf({ data }) {
  return `guidepost-draft ${new URL(data.root, location.href).pathname}`;
}

/**
 * Keeps nothing of a message that has arrived, so that it is not sent again after the page is loaded again. What the
 * reader changes then is a draft once more.
 * @param {import("./page.js").ContactPage} page
 */
export function endDraft(page) {
  page.delivered = draftOf(page);
  save(page);
}

function save(page) {
  const draft = draftOf(page);
  try {
    if (draft !== EMPTY && draft !== page.delivered) sessionStorage.setItem(keyOf(page), draft);
    else sessionStorage.removeItem(keyOf(page));
  } catch {
    // Without storage a draft lasts as long as the page.
  }
}

/** What has been entered, as it is kept. */
function draftOf(page) {
  const entered = [...page.answers].filter(([, { text, unknown }]) => text || unknown)
    .map(([id, { text, unknown }]) => [id, { text: kept(page.data.fields[id], text), unknown }]);
  return JSON.stringify(Object.fromEntries(entered));
}

/** An answer as it is kept: a choice in the team's words, which are the same in every language. */
function kept(field, text) {
  if (field.kind === "choice") return field.options.find((option) => option.text === text)?.team ?? "";
  return redact(text, findBeginnings(text, field.kind), GAP);
}

function restored(field, text) {
  if (field.kind !== "choice") return text;
  return field.options.find(({ team }) => team === text)?.text ?? "";
}
