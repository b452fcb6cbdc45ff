"""Chromium with a published site, asked by the driver that Node runs too."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE.parents[1] / "Tests/Site"))

import browser  # noqa: E402
import servers  # noqa: E402

chromium = browser.chromium
# The addresses of the page that asks, and of the script that it asks with: no files of the site.
_PAGE, _DRIVER = "/benchmark.html", "/benchmark-driver.mjs"
_ENOUGH = 30 * 60 * 1000  # milliseconds until a run that does not end is a failure


@contextmanager
def served(root: Path, work: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    work.mkdir(parents=True, exist_ok=True)
    with servers.python(root, work, servers.free_port()) as server:
        yield server.url


@contextmanager
def visitor(browser: Browser, url: str) -> Iterator["Visitor"]:
    """A reader with nothing stored, on a page without a script of its own."""
    context = browser.new_context()
    try:
        yield Visitor(context, url)
    finally:
        context.close()


class Visitor:
    """A page that has the driver, and a record of the files it asks for."""

    def __init__(self, context: BrowserContext, url: str):
        self._asked: list[str] = []
        context.route(url + _PAGE, lambda route: route.fulfill(content_type="text/html", body="<!doctype html>"))
        context.route(url + _DRIVER, lambda route: route.fulfill(content_type="text/javascript",
                                                                path=_HERE / "driver.mjs"))
        context.on("request", lambda request: self._asked.append(unquote(urlsplit(request.url).path)))
        self.page: Page = context.new_page()
        self.page.set_default_timeout(_ENOUGH)
        self.page.goto(url + _PAGE)
        self.page.evaluate(f"async () => {{ window.driver = await import('{_DRIVER}') }}")

    def new_paths(self, seen: set[str]) -> list[str]:
        """The paths asked for that were not seen before, which are seen from now on."""
        new = list(dict.fromkeys(path for path in self._asked if path not in seen and path not in (_PAGE, _DRIVER)))
        seen.update(new)
        return new
