// Remembers the reader's language, marks where the reader is, and lets the language menu close as menus do.
// Pages work without it.

const menu = document.querySelector(".language-menu");

for (const link of document.querySelectorAll(".language-menu a, .language-list a")) {
  if (menu?.contains(link) && link.hreflang.toLowerCase() === document.documentElement.lang.toLowerCase()) {
    link.setAttribute("aria-current", "true");
  }
  link.addEventListener("click", () => {
    try {
      localStorage.setItem("guidepost-locale", link.hreflang);
    } catch {
      // Storage may be switched off; the choice then holds for this page only.
    }
  });
}

const home = document.querySelector(".brand")?.href;
for (const link of document.querySelectorAll(".site-nav a")) {
  if (link.href !== home && location.href.startsWith(link.href)) link.setAttribute("aria-current", "true");
}

// Where the contents stand beside the text they are open; on phones they are folded.
for (const details of document.querySelectorAll(".side details")) {
  details.open = matchMedia("(min-width: 64rem)").matches;
}

if (menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// Search: nothing of it is loaded before the reader turns to it. Until then, and without it, the field is a form.

const searchPage = document.querySelector(".search-page");
const fields = [...(searchPage ?? document).querySelectorAll(".search input")];

// Who may write with an input method is not searched for before it is done. Keyboards of phones hold every word of any
// language in a composition, and there readers see results while they type.
const isPatient = /\b(zh|ja|ko)\b/.test([document.documentElement.lang, ...navigator.languages]);
let composition;
if (isPatient) {
  addEventListener("compositionstart", () => {
    composition = new Promise((end) => addEventListener("compositionend", end, { once: true }));
  });
}

async function search(form) {
  try {
    // All at once: what they import would else be asked for one after the other.
    const [part] = await Promise.all([
      searchPage ? import("./search/page.js") : import("./search/field.js"),
      import("./search.js"),
      import("../search/client.js"),
    ]);
    await composition;
    makeRoom(form);
    part.start(form, (entered) => listen(form, entered));
  } catch {
    const notice = searchPage?.querySelector("[data-part=unavailable]");
    if (notice) notice.hidden = false;
    waitFor(form);
  }
}

/**
 * On phones, leads a field with text to the top, and says in CSS how much of the screen its results have: the keyboard
 * covers the rest.
 */
function makeRoom(form) {
  const isNarrow = matchMedia("(max-width: 47.99rem)").matches;
  if (searchPage || !isNarrow || !form.matches(":focus-within") || !form.elements.q.value) return;
  form.scrollIntoView({ behavior: "instant" });
  form.style.setProperty("--room", `${visualViewport.height}px`);
}

/** Tells when the reader has entered something: soon after the last key. */
function listen(form, entered) {
  let timer;
  const tell = () => {
    makeRoom(form);
    entered();
  };
  form.addEventListener("input", (event) => {
    if (isPatient && event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(tell, 120);
  });
  form.addEventListener("compositionstart", () => isPatient && clearTimeout(timer));
  // At once: in Korean the next syllable's composition begins with the next key.
  form.addEventListener("compositionend", tell);
}

function waitFor(form) {
  form.addEventListener("focusin", () => search(form), { once: true });
}

const query = new URLSearchParams(location.search).get("q")?.slice(0, fields[0]?.maxLength).trim();
if (searchPage && query) {
  fields[0].value = query;
  search(fields[0].form);
} else {
  for (const { form } of fields) waitFor(form);
  for (const part of document.querySelectorAll(".search-page [data-part]:is(section)")) part.hidden = false;
}

document.addEventListener("keydown", (event) => {
  const isElsewhere = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isElsewhere) return;
  const field = fields.findLast((field) => field.getClientRects().length);
  if (!field) return;
  event.preventDefault();
  field.focus();
});
