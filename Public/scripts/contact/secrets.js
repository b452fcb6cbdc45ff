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
 * @param {object} field
 * @param {string} field.id its name
 * @param {string} field.kind
 * @param {object[]} [field.peers] the same array for all inputs of a form: a secret may be spread over them
 * @param {(text: string) => void} field.accept who takes the text once it is without secrets
 */
export function guardInput(page, input, { id, kind, peers = [], accept }) {
  // What the reader has called a transaction ID.
  const allowed = new Set();
  const guard = { page, input, id, kind, peers, accept, allowed, shares: false, problem: null, remark: null, timer: 0 };
  peers.push(guard);
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
  const settle = () => {
    takeOut(guard);
    check(guard, 0);
  };
  input.addEventListener("change", settle);
  // What came with the page has been looked at by nobody.
  if (input.value) settle();
}

/** The secrets that stand in an input. */
function secretsIn({ input, kind, allowed }) {
  return findSecrets(input.value, { kind }).filter(({ start, end }) => !allowed.has(input.value.slice(start, end)));
}

/**
 * The parts of seed phrases that begin in one input and end in another, by input. Numbers of several fields side by
 * side would look like cards and keys as well; rows of such words look like nothing else.
 */
function sharedParts(guards) {
  const parts = new Map();
  const filled = guards.filter(({ input }) => input.value);
  // What an input holds alone is no beginning of more.
  const blank = ({ start, end }) => "0".repeat(end - start);
  const text = filled.map((guard) => redact(guard.input.value, secretsIn(guard), blank)).join("\n");
  for (const found of findSecrets(text, { kind: "long" }).filter(({ secret }) => secret === "seedPhrase")) {
    let at = 0;
    for (const guard of filled) {
      const { length } = guard.input.value;
      const part = { ...found, start: Math.max(found.start - at, 0), end: Math.min(found.end - at, length) };
      if (part.start < part.end) parts.set(guard, [...(parts.get(guard) ?? []), part]);
      at += length + 1;
    }
  }
  return parts;
}

/** Looks at an input, and at those whose text makes or made a secret together with its text. */
function check(guard, pause) {
  const parts = sharedParts(guard.peers);
  for (const peer of guard.peers) {
    if (peer !== guard && !peer.shares && !parts.has(peer)) continue;
    peer.shares = parts.has(peer);
    judge(peer, inOrder(secretsIn(peer), parts.get(peer)), pause);
  }
}

function inOrder(own, shared = []) {
  return [...own, ...shared].sort((one, other) => one.start - other.start);
}

function judge(guard, found, pause) {
  const { page, input, id } = guard;
  if (found.length) page.suspects.set(id, input);
  else page.suspects.delete(id);
  // Nothing that is flagged leaves the input, not even into the preview.
  guard.accept(without(page, input.value, found));
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

/** Replaces what is a secret beyond doubt, or everything that is flagged; parts in other inputs go with it. */
function takeOut(guard, { all = false } = {}) {
  const parts = sharedParts(guard.peers);
  for (const peer of guard.peers) {
    const own = peer === guard ? secretsIn(guard).filter(({ ask }) => all || !ask) : [];
    const found = inOrder(own, parts.get(peer));
    if (found.length) replace(peer, found);
  }
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
  const { page, input, id, allowed } = guard;
  mend(guard);
  const problem = clone("gp-secret");
  problem.id = `gp-secret-${id}`;
  const text = found.ask ? page.texts.guardAsk : fill(page.texts.guardText, { secret: nameOf(page, found) });
  part(problem, "text").textContent = text;
  part(problem, "remove").addEventListener("click", () => {
    takeOut(guard, { all: true });
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
