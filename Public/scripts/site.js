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
