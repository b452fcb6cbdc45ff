// The search page: results for the query in the address, and for what the reader types.

import { ask, conversation, countText, describe, element, fill, listen, problem, say, texts } from "../search.js";

const STEP = 10;
// So many of results that do not fit well are enough to see that they do not.
const POOR = 3;

/**
 * Makes the page show results.
 * @param {HTMLFormElement} form
 */
export function start(form) {
  const page = form.closest(".search-page");
  const words = page.dataset;
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const field = form.elements.q;
  const title = document.title;
  const [status, notes, above, list, more] = part("results").children;
  part("unavailable").hidden = true;
  const others = [...page.querySelectorAll("[data-locale]")];
  const contact = part("contact");
  let query;
  let limit;

  /** A heading for each result: that is how many who listen to a page go through it. */
  function entry(name, result, level, label) {
    const link = element("a");
    const entry = describe(element(name), result, label, link);
    const heading = element(level);
    link.replaceWith(heading);
    heading.append(link);
    return entry;
  }

  function answerCard(answer) {
    const card = entry("div", answer, "h2", texts.answer);
    card.className = "search-answer";
    const link = element("a", { href: answer.url, className: "text-link", lang: document.documentElement.lang }, texts.read);
    link.append(element("span", { className: "visually-hidden" }, ` ${answer.title}`));
    card.append(link);
    return card;
  }

  const enter = conversation({
    busy() {
      status.textContent = texts.busy;
    },
    async found({ results, answer, isGood, unknown, incomplete }, isLatest) {
      const most = isGood || limit > STEP ? limit : POOR;
      const shown = results.slice(0, most);
      const text = !results[0] ? texts.none : isGood ? "" : words.poor;
      more.hidden = results.length <= most;
      const count = shown.length;
      status.textContent = text
        ? fill(text, "query", query) : more.hidden ? countText(count) : fill(words.best, "count", count);
      page.classList.toggle("is-poor", !isGood);
      notes.replaceChildren();
      if (unknown.length) notes.append(element("p", {}, fill(words.unknown, "words", unknown.join(", "))));
      if (!isGood) notes.append(element("p", {}, words.tips));
      if (incomplete) notes.append(problem("incomplete", update));
      above.replaceChildren(...(answer ? [answerCard(answer)] : []));
      list.replaceChildren(...shown.map((result) => entry("li", result, "h2")));
      say([status, notes].map((element) => element.textContent).join(" "));
      await elsewhere(isGood, isLatest);
      finish();
    },
    // What was found before stays.
    failed({ code }) {
      status.textContent = "";
      notes.replaceChildren(problem(code, update));
      say(notes.textContent);
      finish();
    },
  });

  /** Shows what other languages have, where this one has no good answer. */
  async function elsewhere(isGood, isLatest) {
    await Promise.all(others.map(async (section) => {
      const { locale } = section.dataset;
      // What stands in for a translation there is found here as well. An index that does not load is no loss here.
      const found = isGood ? null : await ask(query, POOR, locale).catch(() => null);
      if (!isLatest()) return;
      const results = found?.isGood ? found.results.filter(({ language }) => !language) : [];
      section.querySelector("ol").replaceChildren(...results.map((result) => entry("li", result, "h3")));
      section.hidden = !results.length;
    }));
  }

  /** Shows the way on below the results, once they move no more. */
  function finish() {
    contact?.removeAttribute("hidden");
  }

  function update() {
    document.title = query ? fill(fill(words.title, "title", title), "query", query) : title;
    if (contact) contact.querySelector("a").search = query && `?q=${encodeURIComponent(query)}`;
    part("browse")?.toggleAttribute("hidden", query);
    enter(query, limit + 1);
    list.parentNode.hidden = !query;
    if (query) return;
    for (const section of others) section.hidden = true;
    finish();
  }

  function read() {
    query = field.value.trim();
    limit = STEP;
    update();
  }

  /**
   * Puts the query into the address. While the reader types there is one entry of the history for all of it; what was
   * asked by Enter, or came by a link, keeps its own.
   */
  function remember(isDraft) {
    const url = new URL(location);
    const text = field.value.trim();
    if (text) url.searchParams.set("q", text);
    else url.searchParams.delete("q");
    const method = url.href === location.href || history.state?.isDraft ? "replaceState" : "pushState";
    history[method]({ isDraft }, "", url);
  }

  listen(field, () => {
    if (field.value.trim() === query) return;
    remember(true);
    read();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(false);
    read();
    // Puts the keyboard of phones away, which covers the results.
    if (matchMedia("(hover: none)").matches) field.blur();
  });
  addEventListener("popstate", () => {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    read();
  });
  more.addEventListener("click", async () => {
    const first = list.children.length;
    limit += STEP;
    await enter(query, limit + 1);
    list.children[first]?.querySelector("a").focus();
  });
  read();
}
