"""What the tests of the published site share: the demo's sources, its output, builds of changed copies of it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import browser
import servers
from content import Content
from published import PublishedSite
from servers import Server

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = Path(os.environ.get("GUIDEPOST_BINARY", ROOT / ".build/release/guidepost"))
OUTPUT = Path(os.environ.get("GUIDEPOST_OUTPUT", ROOT / "Output"))
# The sources of a site whose every text tries to get out of its place.
HOSTILE = Path(__file__).parent / "hostile"
# Names that mean something to a shell, a URL, a template or a web server.
ODD_NAMES = ["!", "c++", "한국어", "it's", "$1", "$host", "a;b", "x{y}", "~", "(z)", "Oplà & co", "100%", "a#b"]
# Those of them that may stand in an address as they are, so that they may be a former address.
ODD_ADDRESSES = ODD_NAMES[:10]


@pytest.fixture(scope="session")
def content() -> Content:
    """The demo's sources."""
    return Content(ROOT / "Content")


@pytest.fixture(scope="session")
def site() -> PublishedSite:
    """The demo as `make site` published it."""
    assert (OUTPUT / "index.html").is_file(), f"{OUTPUT} is not built: run 'make site'"
    return PublishedSite(OUTPUT)


@pytest.fixture(scope="session")
def build() -> Callable[..., PublishedSite]:
    """Builds a site with the generator; its arguments are the folders and further options."""

    def run(output: Path, *options: str, content: Path = ROOT / "Content") -> PublishedSite:
        command = [GENERATOR, "build", "--content", content, "--output", output, "--quiet", *options]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout + result.stderr
        return PublishedSite(output)

    return run


@pytest.fixture(scope="session")
def untranslated(build, tmp_path_factory: pytest.TempPathFactory) -> PublishedSite:
    """The demo without two Chinese articles, and with nothing written in Arabic yet."""
    folder = tmp_path_factory.mktemp("untranslated")
    sources = shutil.copytree(ROOT / "Content", folder / "Content")
    for path in ("zh-Hans/security/two-factor.md", "zh-Hans/fees/faq.md"):
        (sources / path).unlink()
    # The tests of search name articles that are gone.
    for path in sources.glob("**/search-tests.yml"):
        path.unlink()
    shutil.rmtree(sources / "ar", ignore_errors=True)
    return build(folder / "Output", content=sources)


@pytest.fixture(scope="session")
def hostile(build, tmp_path_factory: pytest.TempPathFactory) -> PublishedSite:
    """A site whose every text tries to get out of its place, with odd names and former addresses."""
    folder = tmp_path_factory.mktemp("hostile")
    sources = shutil.copytree(HOSTILE, folder / "Content")
    for name in ODD_NAMES:
        # In YAML, a text between single quotes is as it is, but for the quotes.
        title, alias = (text.replace("'", "''") for text in (name, f"/old/{name}/"))
        matter = f"title: '{title}'\ndescription: An odd name.\n"
        if name in ODD_ADDRESSES:
            matter += f"aliases: ['{alias}']\n"
        text = f"---\n{matter}---\n\nSee [this article](<{name}.md>).\n"
        (sources / "en/sub" / f"{name}.md").write_text(text, "utf-8")
    return build(folder / "Output", "--permissive", content=sources)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser; each test opens a context of its own, with nothing remembered."""
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="session")
def served(site: PublishedSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo on a web server that sends the headers of the published snippet."""
    with _caddy(site, tmp_path_factory) as server:
        yield server


@pytest.fixture(scope="session")
def served_untranslated(untranslated: PublishedSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo with missing translations on such a server."""
    with _caddy(untranslated, tmp_path_factory) as server:
        yield server


def _caddy(site: PublishedSite, tmp_path_factory: pytest.TempPathFactory):
    snippet = site.root / "_server/caddy.conf"
    return servers.caddy(site.root, tmp_path_factory.mktemp("caddy"), servers.free_port(), snippet)
