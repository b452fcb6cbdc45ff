"""The site behind real web servers: at a domain's root and below a path, with the snippets that are published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import html5lib
import pytest

import servers
from conftest import ROOT
from content import Content
from published import FINGERPRINT, Page, PublishedSite
from servers import Answer, Server

# By suffix; a text without its encoding may be guessed wrong by a browser.
CONTENT_TYPES = {
    ".html": "text/html;charset=utf-8",
    ".css": "text/css;charset=utf-8",
    ".js": "(text|application)/javascript;charset=utf-8",
    ".md": "text/markdown;charset=utf-8",
    ".txt": "text/plain;charset=utf-8",
    ".xml": r"(text|application)/xml(;charset=utf-8)?",
    ".json": "application/json(;charset=utf-8)?",
    ".svg": r"image/svg\+xml(;charset=utf-8)?",
    ".mp4": "video/mp4",
    ".vtt": r"text/vtt(;charset=utf-8)?",
}


@dataclass
class Hosted:
    """A site at its address on a server."""

    site: PublishedSite
    server: Server
    base: str  # the path below which the site is, such as /support/

    def get(self, path: str) -> Answer:
        """Asks for a path below the site's own."""
        return self.server.get(self.base + path.removeprefix("/"))


PLACES = ["nginx at the root", "nginx below a path", "caddy at the root", "caddy below a path"]
# Addresses without a page, each answered by the 404 page of its folder's language.
MISSING_PAGES = [
    "missing", "missing/deeper/page/", "en/missing/", "en/security/missing", "zh-Hans/missing/x/", "ar/contact/missing/"
]
MISSING_FILES = ["en/missing.md", "zh-Hans/security/missing.svg", "styles/", "zh-Hans/security/two-factor/x"]


@pytest.fixture(scope="module", params=PLACES)
def hosted(request, build, site: PublishedSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    program = request.param.partition(" ")[0]
    work, port = tmp_path_factory.mktemp(program), servers.free_port()
    if request.param.endswith("root"):
        published, base, root = site, "/", site.root
    else:
        base, root = "/support/", work / "root"
        root.mkdir()
        published = build(root / "support", "--base-url", f"http://127.0.0.1:{port}{base}")
    run = {"nginx": servers.nginx, "caddy": servers.caddy}[program]
    with run(root, work, port, published.root / "_server" / f"{program}.conf") as server:
        yield Hosted(published, server, base)


def test_pages_are_served_at_their_addresses(hosted: Hosted):
    for page in hosted.site.content_pages:
        answer = hosted.get(page.url)
        assert answer.status == 200, page
        assert answer.body == page.file.read_bytes(), page


def test_files_are_served_with_their_types(hosted: Hosted):
    seen = set()
    for path in sorted(hosted.site.files):
        suffix = next((suffix for suffix in CONTENT_TYPES if path.endswith(suffix)), None)
        if suffix is None or path.endswith("/index.html") and hosted.site.page(path).is_redirect:
            continue
        answer = hosted.get(path)
        if path.endswith("index.html") and answer.status in (301, 302, 308):
            continue  # a server may have readers see one address only
        assert answer.status == 200, path
        assert re.fullmatch(CONTENT_TYPES[suffix], answer.content_type), f"{path}: {answer.content_type}"
        seen.add(suffix)
    assert seen == set(CONTENT_TYPES)


def test_a_folder_without_its_slash_leads_to_the_page(hosted: Hosted, content: Content):
    for page in content.own_pages:
        answer = hosted.get(page.permalink.removesuffix("/"))
        assert answer.status in (301, 308), page.permalink
        assert hosted.server.get(hosted.server.location(answer)).status == 200, page.permalink


@pytest.mark.parametrize("path", MISSING_PAGES)
def test_a_missing_page_is_explained_in_the_language_of_its_address(hosted: Hosted, content: Content, path: str):
    answer = hosted.get(path)
    assert answer.status == 404
    assert answer.content_type == "text/html;charset=utf-8"
    tree = html5lib.parse(answer.body, treebuilder="lxml", namespaceHTMLElements=False).getroot()
    folder = path.partition("/")[0]
    assert tree.get("lang") == (folder if folder in content.locales else content.default_locale)
    addresses = tree.xpath("//link[@rel='stylesheet']/@href | //script/@src | //a/@href")
    assert len(addresses) > 10
    for address in addresses:
        if not address.startswith(("#", "https:")):
            assert hosted.server.get(address).status == 200, address


@pytest.mark.parametrize("path", MISSING_FILES)
def test_missing_files_and_folders_without_a_page_are_404(hosted: Hosted, path: str):
    answer = hosted.get(path)
    assert answer.status == 404
    assert answer.content_type == "text/html;charset=utf-8"
    assert b"gp-main" in answer.body


def test_former_addresses_redirect_for_good(hosted: Hosted, content: Content):
    for alias, source in content.aliases:
        answer = hosted.get(alias)
        assert answer.status == 301, alias
        target = hosted.server.get(hosted.server.location(answer))
        assert target.status == 200, alias
        assert target.body == hosted.site.page_at(source.permalink).file.read_bytes(), alias


def test_a_former_address_without_its_slash_leads_on_too(hosted: Hosted, content: Content):
    for alias, source in content.aliases:
        path, steps = hosted.base + alias.strip("/"), 0
        while (answer := hosted.server.get(path)).status in (301, 308):
            path, steps = hosted.server.location(answer), steps + 1
        assert answer.status == 200 and steps in (1, 2), alias
        assert answer.body == hosted.site.page_at(source.permalink).file.read_bytes(), alias


def test_assets_with_fingerprints_are_cached_for_a_year_and_pages_are_not(hosted: Hosted):
    fingerprinted = [path for path in hosted.site.files if FINGERPRINT.search(path)]
    # Every asset of the demo is named by a template, or imported by a script that is.
    public = ROOT / "Public"
    assert len(fingerprinted) == len([path for path in public.rglob("*") if path.is_file()])
    for path in fingerprinted:
        rules = hosted.get(path).headers.get_all("Cache-Control")
        assert rules == ["public, max-age=31536000, immutable"], path
    others = ["/", "/en/", "/en/contact/", "/contact.json", "/en/security/two-factor/backup-codes.svg", "/en/missing"]
    for path in others:
        assert "max-age" not in hosted.get(path).headers.get("Cache-Control", ""), path


def test_the_search_index_is_cached_for_a_year_but_for_what_names_the_current_one(hosted: Hosted, content: Content):
    index = [path for path in hosted.site.files if path.startswith("search/") and path.endswith(".json")]
    sets = sorted(path for path in index if path.count("/") == 3 or path.startswith("search/text/"))
    named = sorted(set(index) - set(sets))
    assert named == sorted(f"search/{locale}/index.json" for locale in content.locales) and len(sets) > 100
    for path in sets[::20]:
        assert hosted.get(path).headers.get_all("Cache-Control") == ["public, max-age=31536000, immutable"], path
    missing = "search/en/nosuchset/terms-0.json"
    for path in [*named, "search/client.js", missing]:
        assert "max-age" not in hosted.get(path).headers.get("Cache-Control", ""), path


def test_headers_guard_every_answer(hosted: Hosted, content: Content):
    """A header cannot know the page it comes with: it lets every page send to the endpoints of forms, as the policy in
    contact pages does; the policy in all other pages is stricter, and a browser obeys both."""
    policies = [_policy(hosted.site.page(f"{path}index.html")) for path in ("", "en/contact/")]
    connections = " ".join(["connect-src 'self'", *content.endpoints])
    assert policies[0].replace("connect-src 'self'", connections) == policies[1]
    asset = next(path for path in hosted.site.files if FINGERPRINT.search(path) and path.endswith(".svg"))
    article = "/en/security/two-factor/"
    paths = ["/", "/en/", article, article + "index.md", article + "add-authenticator.svg", "/en/missing", asset]
    for path in [*paths, "/en/contact/", "/ar/verify/", "/contact.json"]:
        headers = hosted.get(path).headers
        assert headers.get_all("X-Content-Type-Options") == ["nosniff"], path
        assert headers.get_all("Referrer-Policy") == ["strict-origin-when-cross-origin"], path
        assert headers.get_all("Content-Security-Policy") == [f"{policies[1]}; frame-ancestors 'none'"], path


def _policy(page: Page) -> str:
    (policy,) = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    return policy


def test_pages_answer_to_head(hosted: Hosted):
    answer = hosted.server.get(hosted.base + "en/", "HEAD")
    assert answer.status == 200 and answer.body == b""


def test_the_sitemap_names_addresses_that_are_there(hosted: Hosted):
    text = hosted.get("sitemap.xml").body.decode()
    addresses = re.findall(r"<loc>([^<]+)</loc>", text)
    assert addresses
    for address in addresses:
        assert address.startswith(hosted.site.base_url)
        assert hosted.get(address.removeprefix(hosted.site.base_url)).status == 200, address


def test_a_server_that_knows_nothing_of_the_site_serves_it_whole(site: PublishedSite, tmp_path):
    with servers.python(site.root, tmp_path, servers.free_port()) as server:
        for page in site.content_pages:
            assert server.get(page.url).body == page.file.read_bytes(), page
