// The search page: results for the query in the address, and for what the reader types.

import { ask, besides, conversation, countText, describe, element, fill, locale, problem, say, texts } from "../search.js";

const STEP = 10;
// So many of results that do not fit well are enough to see that they do not.
const POOR = 3;

/**
 * Makes the page show results.
 * @param {HTMLFormElement} form
 * @param {(entered: () => void) => void} listen has a function called when the reader has entered something
 */
export function start(form, listen) {
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
  const entries = (results, level) => results.map((result) => describe(element("li"), result, "", level));

  function answerCard(answer) {
    const card = describe(element("div", { className: "search-answer" }), answer, texts.answer, "h2");
    const title = element("span", { className: "visually-hidden" }, ` ${answer.title}`);
    card.append(element("a", { href: answer.url, className: "text-link", lang: locale }, texts.read, title));
    return card;
  }

  const enter = conversation({
    busy() {
      status.textContent = texts.busy;
    },
    async found({ results, answer, isGood, unknown, incomplete }, isLatest) {
      // What is missing may be what fits.
      isGood ||= incomplete;
      const most = isGood || limit > STEP ? limit : POOR;
      const shown = results.slice(0, most);
      const text = !results[0] ? texts.none : isGood ? "" : words.poor;
      more.hidden = results.length <= most;
      status.textContent = text ? fill(text, "query", query)
        : more.hidden ? countText(shown.length) : fill(words.best, "count", shown.length);
      page.classList.toggle("is-poor", !isGood);
      notes.replaceChildren();
      const listed = new Intl.ListFormat(locale).format(unknown);
      if (listed) notes.append(element("p", {}, fill(words.unknown, "words", listed)));
      if (!isGood) notes.append(element("p", {}, words.tips));
      if (incomplete) notes.append(problem("incomplete", field, update));
      above.replaceChildren(answer ? answerCard(answer) : "");
      list.replaceChildren(...entries(besides(answer, shown), "h2"));
      say(`${status.textContent} ${notes.textContent}`);
      await elsewhere(isGood, isLatest);
      finish();
    },
    // What was found before stays.
    failed({ code }) {
      status.textContent = "";
      notes.replaceChildren(problem(code, field, update));
      say(notes.textContent);
      finish();
    },
  });

  /** Shows what other languages have, where this one has no good answer. */
  async function elsewhere(isGood, isLatest) {
    await Promise.all(others.map(async (section) => {
      // An index that does not load is no loss here.
      const found = !isGood && await ask(query, POOR, section.dataset.locale).catch(() => {});
      if (!isLatest()) return;
      // What stands in for a translation there is found here as well.
      const results = found?.isGood ? found.results.filter(({ language }) => !language) : [];
      section.querySelector("ol").replaceChildren(...entries(results, "h3"));
      section.hidden = !results.length;
    }));
  }

  /** Shows the way on below the results, once they move no more. */
  function finish() {
    contact?.removeAttribute("hidden");
  }

  function update() {
    document.title = query ? fill(fill(words.title, "title", title), "query", query) : title;
    if (contact) contact.querySelector("a").search = address();
    part("browse")?.toggleAttribute("hidden", query);
    enter(query, limit + 1);
    list.parentNode.hidden = !query;
    if (query) return;
    for (const section of others) section.hidden = true;
    finish();
  }

  const address = () => query && `?${new URLSearchParams({ q: query })}`;

  /**
   * Takes the query from the field, and puts it into the address if a state of the history is given. While the reader
   * types there is one entry of the history for all of it; what was asked by Enter, or came by a link, keeps its own.
   */
  function read(state) {
    query = field.value.trim();
    limit = STEP;
    if (state) {
      const isSame = address() === location.search || history.state?.isDraft;
      history[isSame ? "replaceState" : "pushState"](state, "", address() || location.pathname);
    }
    update();
  }

  listen(() => field.value.trim() !== query && read({ isDraft: true }));
  form.onsubmit = (event) => {
    event.preventDefault();
    read({ isDraft: false });
    // Puts the keyboard of phones away, which covers the results.
    if (matchMedia("(hover: none)").matches) field.blur();
  };
  onpopstate = () => {
    field.value = new URLSearchParams(location.search).get("q")?.slice(0, field.maxLength) ?? "";
    read();
  };
  more.onclick = async () => {
    const first = list.children.length;
    limit += STEP;
    await enter(query, limit + 1);
    list.children[first]?.querySelector("a").focus();
  };
  read();
}
