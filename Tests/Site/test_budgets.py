"""What readers on slow phones download; sizes are compressed as a web server would, in bytes."""

import gzip
import statistics
from pathlib import Path

from content import Content
from published import PublishedSite

STYLES = 12 * 1024
SCRIPTS = 10 * 1024
ARTICLE = 14 * 1024  # what a server sends before it waits for the first acknowledgement (RFC 6928)


def size(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def test_styles_and_scripts_are_small(site: PublishedSite):
    assert size(*site.root.glob("styles/*.css")) <= STYLES
    assert size(*site.root.glob("scripts/*.js")) <= SCRIPTS


def test_articles_arrive_in_the_first_round_trip(site: PublishedSite, content: Content):
    sizes = {source.path: size(site.page_at(source.permalink).file) for source in content.sources}
    assert {path: bytes for path, bytes in sizes.items() if bytes > ARTICLE} == {}
    assert statistics.median(sizes.values()) <= ARTICLE / 2


def test_a_page_shares_one_style_sheet_one_script_and_an_icon_with_the_others(
    site: PublishedSite, content: Content
):
    for source in content.sources:
        page = site.page_at(source.permalink)
        shared = [element for element, _ in page.references() if element in ("link stylesheet", "link icon", "script")]
        assert sorted(shared) == ["link icon", "link stylesheet", "script"], source.path
