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
    active?.setAttribute("aria-selected", "false");
    active = option;
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  function open(isOpen) {
    popup.hidden = !isOpen;
    list.hidden = !list.firstChild;
    field.setAttribute("aria-expanded", isOpen && !list.hidden);
    if (isOpen) field.setAttribute("aria-controls", id);
    else activate();
  }

  function option(properties = {}) {
    const result = element("a", { role: "option", tabIndex: -1, ...properties });
    result.id = `${id}-${list.childElementCount}`;
    result.setAttribute("aria-selected", "false");
    list.append(result);
    return result;
  }

  const enter = conversation({
    busy() {
      note.replaceChildren(element("p", { className: "search-busy" }, texts.busy));
      open(true);
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
      const address = new URL(form.action);
      address.searchParams.set("q", shown);
      const count = list.childElementCount;
      option({ className: "is-last", href: address.href, textContent: fill(words, "query", shown) });
      note.replaceChildren(incomplete ? problem("incomplete", update) : "");
      open(true);
      say(count ? countText(count) : fill(words, "query", shown));
    },
    // What was found before stays.
    failed({ code }) {
      note.replaceChildren(problem(code, update));
      open(true);
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

  const keys = {
    ArrowDown: (at, last) => (at < last ? at + 1 : 0),
    ArrowUp: (at, last) => (at > 0 ? at - 1 : last),
    Home: (at) => (at < 0 ? undefined : 0),
    End: (at, last) => (at < 0 ? undefined : last),
  };

  field.addEventListener("keydown", (event) => {
    // The keys of an input method are not ours; Safari says so by a code only.
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
    const options = [...list.children];
    const to = keys[event.key]?.(options.indexOf(active), options.length - 1);
    if (to !== undefined && options.length) {
      event.preventDefault();
      if (popup.hidden) open(true);
      activate(options[to]);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      active.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (popup.hidden) field.value = "";
      if (popup.hidden) update();
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
