// What the parts of the contact page do with elements. Texts go in as text only, never as HTML.

/**
 * A copy of the element in a `<template>` of the page.
 * @param {string} id the template's id
 * @returns {HTMLElement}
 */
export function clone(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

/**
 * The element within another one that has a part's name.
 * @param {ParentNode} root
 * @param {string} name
 * @returns {HTMLElement|null}
 */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/**
 * A new element.
 * @param {string} name its tag
 * @param {Record<string, unknown>} properties its properties; those with a dash are attributes
 * @param {...(Node|string)} children
 * @returns {HTMLElement}
 */
export function element(name, properties = {}, ...children) {
  const result = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-")) result.setAttribute(key, value);
    else result[key] = value;
  }
  result.append(...children);
  return result;
}

/**
 * Shows a part with a text, or hides it when there is none.
 * @param {ParentNode} root
 * @param {string} name
 * @param {string|null|undefined} text
 * @returns {HTMLElement}
 */
export function show(root, name, text) {
  const target = part(root, name);
  target.hidden = !text;
  // An unchanged text is left alone, so that nothing is read out twice.
  if (target.textContent !== (text ?? "")) target.textContent = text ?? "";
  return target;
}

let announcement;
let announced = [];

/**
 * Has screen readers say a text when they are done with what they say now. What one event has to say is said together;
 * a later event's words take the place of those that wait.
 * @param {string} text
 */
export function announce(text) {
  const region = document.getElementById("gp-announce");
  clearTimeout(announcement);
  region.textContent = "";
  if (announced.length === 0) setTimeout(() => { announced = []; });
  announced.push(text);
  const words = announced.join(" ");
  announcement = setTimeout(() => { region.textContent = words; }, 100);
}

/**
 * Copies a text at once, before the browser does anything else with a click.
 *
 * The asynchronous clipboard refuses when the page loses focus, as it does when the same click opens an app or a tab,
 * and is not there on sites without https. The older command has neither limit.
 * @param {string} text
 * @returns {boolean} whether it was copied
 */
export function copyText(text) {
  const focused = document.activeElement;
  const source = element("textarea", { value: text, className: "visually-hidden", "aria-hidden": "true" });
  document.body.append(source);
  source.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    source.remove();
    focused?.focus?.({ preventScroll: true });
  }
}

/**
 * Copies a text and says so on the button for a moment.
 * @param {HTMLElement} button
 * @param {string} text
 * @param {Record<string, string>} texts
 */
export function copyWith(button, text, texts) {
  const done = copyText(text);
  announce(done ? texts.copied : texts.copyFailed);
  if (!done || button.dataset.label) return;
  button.dataset.label = "shown";
  const label = [...button.childNodes];
  button.replaceChildren(texts.copied);
  setTimeout(() => {
    button.replaceChildren(...label);
    delete button.dataset.label;
  }, 2000);
}
