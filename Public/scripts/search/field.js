// A search field that shows results while the reader types: a combobox with a listbox, as ARIA 1.2 describes it.

import { conversation, countText, describe, element, fill, listen, problem, say, texts } from "../search.js";

let fields = 0;

/**
 * Makes a form's field show results.
 * @param {HTMLFormElement} form
 */
export function start(form) {
  const field = form.elements.q;
  const id = `gp-results-${++fields}`;
  const list = element("div", { id, role: "listbox", ariaLabel: texts.results });
  const note = element("div", { className: "search-note" });
  const popup = element("div", { className: "search-popup", hidden: true }, list, note);
  form.append(popup);
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
    if (isOpen) field.setAttribute("aria-controls", id);
    else activate();
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
      show(element("p", { className: "search-busy" }, texts.busy));
    },
    found({ results, answer, incomplete }) {
      activate();
      list.replaceChildren();
      if (answer) describe(option({ className: "is-answer" }), answer, texts.answer);
      // An article that gives the answer need not stand below it again.
      const article = ({ url }) => url.split("#")[0];
      for (const result of results) {
        if (!answer || article(result) !== article(answer)) describe(option(), result);
      }
      const words = results.length ? texts.all : texts.none;
      const count = list.childElementCount;
      const textContent = fill(words, "query", shown);
      option({ className: "is-last", href: `${form.action}?${new URLSearchParams({ q: shown })}`, textContent });
      show(incomplete ? problem("incomplete", update) : "");
      say(count ? countText(count) : textContent);
    },
    // What was found before stays.
    failed({ code }) {
      show(problem(code, update));
      say(note.textContent);
    },
  });

  function update() {
    shown = query();
    enter(shown, 5);
    if (!shown) {
      list.replaceChildren();
      note.replaceChildren();
      open(false);
      say("");
    }
  }

  field.addEventListener("keydown", (event) => {
    // The keys of an input method are not ours; Safari says so by a code only.
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
    const { firstChild, lastChild } = list;
    const option = {
      ArrowDown: active?.nextSibling ?? firstChild,
      ArrowUp: active?.previousSibling ?? lastChild,
      Home: active && firstChild,
      End: active && lastChild,
    }[event.key];
    if (option) {
      event.preventDefault();
      if (popup.hidden) open(true);
      activate(option);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      active.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (popup.hidden) {
        field.value = "";
        update();
      }
      open(false);
    } else if (event.key === "Tab" && !note.querySelector("button")) {
      open(false);
    }
  });
  // A press on a result does not take the focus from the field, or the list would be gone before it is released.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || open(false));
  form.addEventListener("submit", () => open(false));
  listen(field, () => query() !== shown && update());
  if (query()) update();
}
