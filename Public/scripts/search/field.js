// A search field that shows results while the reader types: a combobox with a listbox, as ARIA 1.2 describes it.

import { besides, conversation, countText, describe, element, fill, problem, say, template, texts } from "../search.js";

let fields = 0;

/**
 * Makes a form's field show results.
 * @param {HTMLFormElement} form
 * @param {(entered: () => void) => void} listen has a function called when the reader has entered something
 */
export function start(form, listen) {
  const field = form.elements.q;
  const id = `gp-results-${++fields}`;
  const popup = form.appendChild(template.content.firstChild.cloneNode(true));
  const [list, note] = popup.children;
  list.id = id;
  field.setAttribute("aria-controls", id);
  let active;
  let shown;

  const query = () => field.value.trim();

  function activate(option) {
    if (active) active.ariaSelected = false;
    active = option;
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.ariaSelected = true;
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  function open(isOpen) {
    popup.hidden = !isOpen;
    list.hidden = !list.firstChild;
    field.ariaExpanded = isOpen && !list.hidden;
    if (!isOpen) activate();
  }

  function option(properties) {
    const number = list.childElementCount;
    const result = { id: `${id}-${number}`, role: "option", ariaSelected: false, tabIndex: -1, ...properties };
    return list.appendChild(element("a", result));
  }

  /** Shows the results, and a note below them. */
  function show(content) {
    note.replaceChildren(content);
    open(true);
  }

  const enter = conversation({
    busy() {
      show(texts.busy);
    },
    found({ results, answer, incomplete }) {
      activate();
      list.replaceChildren();
      if (answer) describe(option({ className: "is-answer" }), answer, texts.answer);
      for (const result of besides(answer, results)) describe(option(), result);
      const words = results.length ? texts.all : texts.none;
      const count = list.childElementCount;
      const textContent = fill(words, "query", shown);
      option({ className: "is-last", href: `${form.action}?${new URLSearchParams({ q: shown })}`, textContent });
      show(incomplete ? problem("incomplete", field, update) : "");
      say(count ? countText(count) : textContent);
    },
    // What was found before stays.
    failed({ code }) {
      show(problem(code, field, update));
      say(note.textContent);
    },
  });

  /** Asks for the results, unless the reader has left the field before that. */
  function update() {
    if (!form.contains(document.activeElement)) return;
    shown = query();
    if (shown) enter(shown, 5);
    else close();
  }

  /** Closes the results, those as well that are still to come. */
  function close() {
    shown = query();
    enter();
    open(false);
    say("");
  }

  form.onkeydown = (event) => {
    // The keys of an input method are not ours; Safari says so by a code only.
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
    const { firstChild, lastChild } = list;
    const option = {
      ArrowDown: active?.nextSibling ?? firstChild,
      ArrowUp: active?.previousSibling ?? lastChild,
      Home: active && firstChild,
      End: active && lastChild,
    }[event.key];
    if (event.key === "Escape") {
      event.preventDefault();
      if (popup.hidden) field.value = "";
      field.focus();
      close();
    } else if (event.target !== field) {
      return;
    } else if (option) {
      event.preventDefault();
      if (popup.hidden) update();
      else activate(option);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      active.click();
    } else if (event.key === "Tab" && !note.querySelector("button")) {
      close();
    }
  };
  // A press on a result does not take the focus from the field, or the list would be gone before it is released.
  popup.onmousedown = (event) => event.preventDefault();
  form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || close());
  form.onsubmit = close;
  field.onfocus = update;
  field.onclick = () => popup.hidden && update();
  listen(() => query() !== shown && update());
  update();
}
