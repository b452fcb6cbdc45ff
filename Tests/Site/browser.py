"""Chromium, and what a page makes it do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 900}

# One page of each type, by its source below a locale's folder, or by its name or file where it has no source.
PAGE_TYPES = {
    "languages": "/index.html",
    "home": "_index.md",
    "category": "security/_index.md",
    "category-with-groups": "products/_index.md",
    "group": "products/grid-trading/_index.md",
    "guide": "security/two-factor.md",
    "guide-with-tables": "fees/fee-schedule.md",
    "faq": "security/faq.md",
    "search": "search",
    "contact": "contact",
    "verify": "verify",
    "not-found": "404.html",
}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    executable = next(path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


class Watch:
    """What goes wrong in a context's pages, and what they ask for."""

    def __init__(self, context: BrowserContext, origin: str):
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._origin = origin
        # Policy violations are reported to the console, as errors.
        context.on("console", lambda message: self._note(message.type, message.text))
        context.on("weberror", lambda error: self._note("error", str(error.error)))
        context.on("request", lambda request: self._ask(request.url))
        context.on("requestfailed", lambda request: self._fail(request.url, request.failure))
        context.on("response", lambda response: self._answer(response.url, response.status))

    def _note(self, kind: str, text: str):
        if kind in ("error", "warning"):
            self.problems.append(text)

    def _ask(self, url: str):
        self.requests.append(url)
        if not url.startswith(self._origin):
            self.problems.append(f"a request off the site: {url}")

    def _fail(self, url: str, failure: str | None):
        # A page that is left stops what it is loading.
        if failure != "net::ERR_ABORTED":
            self.problems.append(f"{url}: {failure}")

    def _answer(self, url: str, status: int):
        if status >= 400:
            self.problems.append(f"{url}: {status}")
