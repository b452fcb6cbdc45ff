// Inputs that refuse secrets: what looks like one is shown as a problem, and neither kept nor sent. Unmistakable ones
// that are pasted, or still there when the reader moves on, are taken out at once.

import { announce, clone, part } from "./dom.js";
import { findSecrets, redact } from "./guard.js";
import { fill } from "./texts.js";

/** Long enough not to speak up in the middle of a word. */
const PAUSE = 500; // ms
const PASTES = ["insertFromPaste", "insertFromDrop", "insertReplacementText"];

/**
 * Watches over an input.
 * @param {import("./page.js").ContactPage} page
 * @param {HTMLInputElement|HTMLTextAreaElement} input
 * @param {{id: string, kind: string, accept: (text: string) => void}} field its name, its kind, and who takes the text
 *   once it is without secrets
 */
export function guardInput(page, input, field) {
  // What the reader has called a transaction ID.
  const guard = { page, input, field, allowed: new Set(), problem: null, remark: null, timer: 0 };
  let composing = false;
  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => {
    composing = false;
    check(guard, PAUSE);
  });
  input.addEventListener("input", (event) => {
    if (composing || event.isComposing) return;
    guard.remark?.remove();
    if (PASTES.includes(event.inputType)) takeOut(guard);
    check(guard, PASTES.includes(event.inputType) ? 0 : PAUSE);
  });
  input.addEventListener("change", () => {
    takeOut(guard);
    check(guard, 0);
  });
}

function suspicious({ input, field, allowed }) {
  return findSecrets(input.value, { kind: field.kind })
    .filter(({ start, end }) => !allowed.has(input.value.slice(start, end)));
}

function check(guard, pause) {
  const { page, input, field } = guard;
  const found = suspicious(guard);
  if (found.length) page.suspects.set(field.id, input);
  else page.suspects.delete(field.id);
  // Nothing that is flagged leaves the input, not even into the preview.
  field.accept(without(page, input.value, found));
  clearTimeout(guard.timer);
  if (found.length === 0) mend(guard);
  else guard.timer = setTimeout(() => complain(guard, found[0]), pause);
}

/**
 * A text with a remark in place of each secret.
 * @param {import("./page.js").ContactPage} page
 * @param {string} text
 * @param {object[]} [found] the secrets, if they are known
 * @returns {string}
 */
export function without(page, text, found = findSecrets(text, { kind: "long" })) {
  return redact(text, found, (secret) => remark(page, secret));
}

function remark(page, secret) {
  return fill(page.texts.guardRemoved, { secret: nameOf(page, secret) });
}

function nameOf(page, { secret }) {
  return page.texts[`secret${secret[0].toUpperCase()}${secret.slice(1)}`];
}

/** Replaces what is a secret beyond doubt. */
function takeOut(guard) {
  const sure = suspicious(guard).filter(({ ask }) => !ask);
  if (sure.length) replace(guard, sure);
}

function replace(guard, found) {
  const { page, input } = guard;
  mend(guard);
  input.value = without(page, input.value, found);
  guard.remark?.remove();
  guard.remark = clone("gp-removed");
  input.after(guard.remark);
  announce(`${remark(page, found[0])} ${guard.remark.textContent}`);
}

function complain(guard, found) {
  const { page, input, field, allowed } = guard;
  mend(guard);
  const problem = clone("gp-secret");
  problem.id = `gp-secret-${field.id}`;
  const text = found.ask ? page.texts.guardAsk : fill(page.texts.guardText, { secret: nameOf(page, found) });
  part(problem, "text").textContent = text;
  part(problem, "remove").addEventListener("click", () => {
    replace(guard, suspicious(guard));
    check(guard, 0);
    input.focus();
  });
  const keep = part(problem, "keep");
  keep.hidden = !found.ask;
  keep.addEventListener("click", () => {
    allowed.add(input.value.slice(found.start, found.end));
    check(guard, 0);
    input.focus();
  });
  input.setAttribute("aria-invalid", "true");
  input.dataset.described = input.getAttribute("aria-describedby") ?? "";
  input.setAttribute("aria-describedby", `${problem.id} ${input.dataset.described}`.trim());
  input.after(problem);
  guard.problem = problem;
  announce(text);
}

/** Takes a complaint back. */
function mend({ input, problem }) {
  problem?.remove();
  if (!input.hasAttribute("aria-invalid")) return;
  input.removeAttribute("aria-invalid");
  if (input.dataset.described) input.setAttribute("aria-describedby", input.dataset.described);
  else input.removeAttribute("aria-describedby");
}
