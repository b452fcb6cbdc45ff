// The page's address says what is chosen: it can be given to others, and each topic is a step back in the browser.

import { choicesURL, readChoices } from "./choices.js";

/**
 * Keeps the address and the choices in step, and the links to the page in other languages with them.
 * @param {import("./page.js").ContactPage} page
 * @param {(id: ?string) => void} choose makes a topic the page's subject
 */
export function startAddress(page, choose) {
  page.on("choices", () => {
    const url = choicesURL(new URL(location.href), page.choices);
    if (url === location.href) return;
    if (isAnotherTopic(page)) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
    showLanguages();
  });
  // Going back and forth, and links to a part of the page.
  window.addEventListener("popstate", () => {
    const choices = readChoices(new URL(location.href), page.data);
    const isSame = choices.topic === page.choices.topic;
    Object.assign(page.choices, choices);
    if (!isSame) choose(choices.topic);
    else page.tell("choices");
    showLanguages();
  });
  showLanguages();
}

/** Whether the reader has chosen a topic that the address does not name. */
function isAnotherTopic({ choices, data }) {
  return readChoices(new URL(location.href), data).topic !== choices.topic;
}

/** Who changes the language goes on with the same topic. */
function showLanguages() {
  for (const link of document.querySelectorAll(".language-menu a")) link.search = location.search;
}
