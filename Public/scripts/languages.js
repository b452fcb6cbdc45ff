// Leads from the language chooser to the reader's language: the one chosen earlier, else the best match of the
// browser's languages. Readers who come from inside the site want to choose, so they stay.

const links = [...document.querySelectorAll(".language-list a")];
const folder = new URL(".", location.href).href;
if (!document.referrer.startsWith(folder)) {
  const link = chosen() ?? bestMatch();
  if (link) {
    const target = new URL(link.href);
    target.search = location.search;
    location.replace(target.href);
  }
}

/** The link of the reader's earlier choice, while the site still has that locale. */
function chosen() {
  try {
    return withCode(localStorage.getItem("guidepost-locale") ?? "");
  } catch {
    return undefined; // Storage may be switched off.
  }
}

/**
 * The first of the browser's languages that the site has, whole (pt-BR), by script (zh-TW is zh-Hant) or by name; else
 * the first that it has in another script, which is nearer than another language.
 */
function bestMatch() {
  for (const tag of navigator.languages) {
    const wanted = likely(tag);
    const link =
      withCode(tag) ??
      withCode(`${wanted.language}-${wanted.script}`) ??
      withCode(wanted.language) ??
      links.find(({ hreflang }) => {
        const offered = likely(hreflang);
        return offered.language === wanted.language && offered.script === wanted.script;
      });
    if (link) return link;
  }
  const languages = navigator.languages.map((tag) => likely(tag).language);
  return languages.map((language) => links.find(({ hreflang }) => likely(hreflang).language === language)).find(Boolean);
}

/** A tag with the script and region that its readers most likely mean: zh is zh-Hans-CN. */
function likely(tag) {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return { language: tag.split("-")[0], script: undefined };
  }
}

function withCode(code) {
  return links.find(({ hreflang }) => hreflang.toLowerCase() === code.toLowerCase());
}
