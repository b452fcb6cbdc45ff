"""The site's script modules, imported by a browser as they are in the repository."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

import servers

PUBLIC = Path(__file__).resolve().parents[2] / "Public"


@dataclass(frozen=True)
class Modules:
    """A page that can import the modules."""

    page: Page

    def call(self, module: str, function: str, *arguments):
        """What an exported function returns."""
        return self.page.evaluate(
            """async ([module, name, given]) => (await import(`/scripts/contact/${module}.js`))[name](...given)""",
            [module, function, list(arguments)])


@contextmanager
def served(chromium: Browser, work: Path, **options) -> Iterator[Modules]:
    """A page of a server that serves the modules; the options are those of a browser context."""
    with servers.python(PUBLIC, work, servers.free_port()) as server:
        context = chromium.new_context(base_url=server.url, **options)
        page = context.new_page()
        # A list of files, without any script.
        page.goto("/scripts/")
        yield Modules(page)
        context.close()
