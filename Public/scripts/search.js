// What the search field of every page and the search page share: asking, and showing what comes back. All texts go in as
// text, never as HTML.

import { openIndex } from "../search/client.js";

/** What the page has for search: the interface's words, where the site begins, and what a field opens. */
export const template = document.getElementById("gp-search");
export const texts = template.dataset;

export const locale = document.documentElement.lang;
const base = new URL(texts.base, document.baseURI).href;
const opened = {};

/**
 * Asks the index of a locale, which is opened when it is first needed, and again after it could not be.
 * @param {string} query
 * @param {number} limit
 * @param {string} [of] the locale; the page's own if none is given
 * @throws when there are no results because what would tell did not arrive
 */
export async function ask(query, limit, of = locale) {
  opened[of] ??= openIndex({ base, locale: of }).catch((error) => {
    delete opened[of];
    throw error;
  });
  const found = await (await opened[of]).search(query, { limit });
  if (found.incomplete && !found.results[0]) throw found;
  return found;
}

/**
 * Asks one query after another, and hears the answer to the latest only. One that does not come has failed, and is heard
 * nevertheless if it comes later.
 * @param {object} hear
 * @param {() => void} hear.busy called when an answer takes long
 * @param {(found: object, isLatest: () => boolean) => void} hear.found
 * @param {(error: Error) => void} hear.failed
 * @returns {(query: string, limit: number) => void} asks; an empty query only makes the last one forgotten
 */
export function conversation({ busy, found, failed }) {
  let latest = 0;
  let timer;
  return async (query, limit) => {
    const turn = ++latest;
    const isLatest = () => turn === latest;
    const ifLatest = (hear) => (outcome) => {
      if (!isLatest()) return;
      clearTimeout(timer);
      return hear(outcome, isLatest);
    };
    clearTimeout(timer);
    if (!query) return;
    timer = setTimeout(() => {
      busy();
      say(texts.busy);
      timer = setTimeout(() => {
        // Or the next try would wait for the same.
        delete opened[locale];
        failed({});
      }, 7600);
    }, 400);
    await ask(query, limit).then(ifLatest(found), ifLatest(failed));
  };
}

/** A text with one placeholder filled. */
export const fill = (text, name, value) => text.replace(`{${name}}`, () => value);

/** A new element with properties and children. */
export function element(name, properties, ...children) {
  const result = Object.assign(document.createElement(name), properties);
  result.append(...children);
  return result;
}

/** "5 results". */
export function countText(count) {
  const forms = JSON.parse(texts.counts);
  return fill(forms[new Intl.PluralRules(locale).select(count)] ?? forms.other, "count", count);
}

/** A text with what matches in `<mark>`. */
export function marked(text, ranges = []) {
  const result = new DocumentFragment();
  let end = 0;
  for (const [from, to] of ranges) {
    result.append(text.slice(end, from), element("mark", {}, text.slice(from, to)));
    end = to;
  }
  result.append(text.slice(end));
  return result;
}

/**
 * Fills an element with what a result says.
 * @param {HTMLElement} item
 * @param {object} result
 * @param {string} [label] what stands above a direct answer
 * @param {string} [level] the name of the heading that its title is a link in; the element itself is one if none is given
 */
export function describe(item, result, label, level) {
  const line = (name, ...children) => element("span", { className: `result-${name}`, dir: "auto" }, ...children);
  const tag = (className, text) => element("span", { className, lang: locale }, text);
  const { url, language, kind, heading, title, titleRanges, breadcrumb } = result;
  const crumb = line("crumb", [...breadcrumb, ...heading ? [title] : []].join(" › "), " ");
  if (language) {
    const names = new Intl.DisplayNames(language, { type: "language" });
    crumb.prepend(tag("tag", fill(texts.language, "original", names.of(language))), " ");
  }
  if (label) item.append(tag("result-label", label));
  else if (texts[kind]) crumb.prepend(tag("tag", texts[kind]), " ");
  const link = level ? element("a") : item;
  link.href = url;
  const name = line("title", heading || marked(title, titleRanges));
  link.append(name, " ");
  if (level) item.append(element(level, {}, link));
  const { text, ranges } = label ? result : result.excerpt;
  const words = line("text", marked(text, ranges), " ");
  if (language) name.lang = words.lang = language;
  item.append(...(label ? [words, crumb] : [crumb, words]));
  return item;
}

/** The results but for the article that gives the answer: it need not stand below it again. */
export const besides = (answer, results) =>
  results.filter(({ url }) => url !== answer?.url && url !== answer?.url.split("#")[0]);

/** What went wrong, and a button that mends it, and leads back to the field. */
export function problem(code, field, retry) {
  const again = () => {
    field.focus();
    retry();
  };
  const [label, onclick] = code === "format" ? [texts.reload, () => location.reload()] : [texts.retry, again];
  const button = element("button", { type: "button", className: "link-button", onclick }, label);
  return element("p", { className: "search-problem" }, texts[code] ?? texts.failed, " ", button);
}

let saying;

/** Has screen readers say a text when the reader pauses; what comes next takes its place. */
export function say(text) {
  clearTimeout(saying);
  saying = setTimeout(() => { template.nextSibling.textContent = text; }, 600);
}
