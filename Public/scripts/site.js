// Remembers the reader's language and makes the language menu behave like a menu. Pages work without it.

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
