"""What readers on slow phones download; sizes are compressed as a web server would, in bytes."""

import gzip
import statistics
from functools import cache
from pathlib import Path

import pytest

from content import Content
from published import Page, PublishedSite

STYLES = 10 * 1024
SCRIPTS = 2 * 1024
ARTICLE = 14 * 1024  # what a server sends before it waits for the first acknowledgement (RFC 6928)
# The contact page holds every topic, checklist and channel; it is complete before any of its scripts is there. Most of
# them guard against secrets: lists of words in ten languages.
CONTACT = 28 * 1024
CONTACT_SCRIPTS = 70 * 1024
VERIFY = 7 * 1024
VERIFY_SCRIPTS = 22 * 1024

SCRIPT = ("script", "link modulepreload")


@cache
def size(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def _shared(site: PublishedSite, page: Page, *elements: str) -> list[Path]:
    """The files that elements of a page name."""
    named = (site.target(address, page.url) for element, address in page.references() if element in elements)
    return [site.root / path for path, _ in named]


def test_styles_and_scripts_are_small(site: PublishedSite, content: Content):
    for expected in content.pages:
        page = site.page_at(expected.permalink)
        assert size(*_shared(site, page, "link stylesheet")) <= STYLES, page
        scripts = {"contact": CONTACT_SCRIPTS, "verify": VERIFY_SCRIPTS}.get(expected.kind, SCRIPTS)
        assert size(*_shared(site, page, *SCRIPT)) <= scripts, page
    assert size(*_shared(site, site.page("index.html"), *SCRIPT)) <= SCRIPTS


def test_pages_arrive_in_the_first_round_trip(site: PublishedSite, content: Content):
    sizes = {page: size(site.root / page.file) for page in content.pages if page.kind != "contact"}
    assert {page: bytes for page, bytes in sizes.items() if bytes > ARTICLE} == {}
    assert statistics.median(sizes.values()) <= ARTICLE / 2
    assert {page: bytes for page, bytes in sizes.items() if page.kind == "verify" and bytes > VERIFY} == {}


def test_contact_pages_are_small(site: PublishedSite, content: Content):
    sizes = {page: size(site.root / page.file) for page in content.pages if page.kind == "contact"}
    assert len(sizes) == len(content.locales)
    assert {page: bytes for page, bytes in sizes.items() if bytes > CONTACT} == {}


def test_a_page_shares_one_style_sheet_one_script_and_an_icon_with_the_others(
    site: PublishedSite, content: Content
):
    own, own_of = ["link icon", "link stylesheet", "script"], ("contact", "verify")
    common = {}
    for expected in content.pages:
        page = site.page_at(expected.permalink)
        shared = [element for element, _ in page.references() if element in own]
        if expected.kind not in own_of:
            assert sorted(shared) == own, page
        common.setdefault(expected.kind, set()).update(_shared(site, page, *own))
    # What is more is theirs alone: a style sheet that both have, and a script.
    shared = common.pop("contact"), common.pop("verify")
    (others,) = {frozenset(files) for files in common.values()}
    for files in shared:
        assert others < files and sorted(file.suffix for file in files - others) == [".css", ".js"]
    assert {file.suffix for file in (shared[0] & shared[1]) - others} == {".css"}


@pytest.mark.parametrize("kind", ["contact", "verify"])
def test_all_that_a_script_imports_is_asked_for_at_once(site: PublishedSite, content: Content, kind: str):
    """A chain of imports would cost a round trip for each of its links."""
    for locale in content.locales:
        page = site.page_at(f"/{locale}/{kind}/")
        (entry,) = [file for file in _shared(site, page, "script") if file.name.startswith(kind)]
        preloaded = _shared(site, page, "link modulepreload")
        assert len(set(preloaded)) == len(preloaded)
        assert set(preloaded) == _imports(site, entry) - {entry}, page


def _imports(site: PublishedSite, entry: Path) -> set[Path]:
    """The modules that a module imports before it runs, near and far, and itself."""
    found, waiting = set(), [entry]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += [file.parent.joinpath(name).resolve() for name in site.imports(file)]
    return found
