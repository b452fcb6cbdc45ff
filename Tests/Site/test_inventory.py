"""What is published is what the sources ask for: nothing is missing, and nothing that nobody made is there."""

import re
from collections import Counter

from conftest import ROOT
from content import Content
from published import FINGERPRINT, PublishedSite


# Locales in which everything is written; the others show what a help center in the making looks like.
COMPLETE = {"en", "zh-Hans"}
INDEX = re.compile(r"search/[^.]+\.json")


def test_each_locale_has_every_page(site: PublishedSite, content: Content):
    """Written in its language or not: those who read Japanese find an answer in English rather than none."""
    found = Counter(page.path.partition("/")[0] for page in site.content_pages if page.path != "index.html")
    assert found == Counter(page.locale for page in content.pages)
    assert len(set(found.values())) == 1 and set(found) == set(content.locales)


def test_translations_of_the_complete_locales_are_complete(content: Content):
    """The demo shows what a complete help center looks like."""
    keys = {locale: {source.key for source in content.sources if source.locale == locale} for locale in content.locales}
    everything = keys[content.default_locale]
    assert all(keys[locale] == everything for locale in COMPLETE)
    assert all(found <= everything for found in keys.values())


def test_a_locale_with_articles_has_the_categories_around_them(content: Content):
    """A menu half in English would lead readers to articles in their own language."""
    for locale in content.locales:
        sources = [source for source in content.sources if source.locale == locale]
        headings = {source.key for source in sources if not source.is_article}
        expected = {source.key for source in content.sources if not source.is_article}
        assert not sources or headings == expected, locale


def test_the_output_holds_what_the_sources_ask_for_and_nothing_else(site: PublishedSite, content: Content):
    expected = {".guidepost", "index.html", "404.html", "sitemap.xml", "robots.txt", "llms.txt", "_redirects"}
    expected |= {"_server/nginx.conf", "_server/caddy.conf", "contact.json"}
    for locale in content.locales:
        expected |= {f"{locale}/404.html", f"{locale}/llms.txt"}
    expected |= {page.file for page in content.pages}
    expected |= {source.permalink[1:] + "index.md" for source in content.sources if source.is_article}
    expected |= {alias[1:] + "index.html" for alias, _ in content.aliases}
    expected |= set(content.files)
    public = ROOT / "Public"
    expected |= {path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()}
    # What the index of search consists of is a matter of its own tests.
    found = Counter(FINGERPRINT.sub("", path) for path in site.files if not INDEX.fullmatch(path))
    assert found.keys() - expected == set(), "published, and nobody made it"
    assert expected - found.keys() == set(), "not published"
    # Pages load the search client by a name that changes with it, other programs by its own.
    twice = [path for path, count in found.items() if count > 1 and not path.startswith("search/")]
    assert twice == [], "an asset is published twice"


def test_scripts_that_import_each_other_have_one_fingerprint(site: PublishedSite):
    """A browser that has half of them from before runs none of the old ones with the new ones."""
    modules = [path for path in site.files if path.startswith("scripts/contact/")]
    modules += [path for path in site.files if re.match(r"scripts/(contact|verify)\.", path)]
    assert len(modules) > 2
    assert len({FINGERPRINT.search(path)[0] for path in modules}) == 1


def test_files_of_writers_are_published_as_they_are(site: PublishedSite, content: Content):
    for path in content.files:
        assert (site.root / path).read_bytes() == (content.folder / path).read_bytes(), path


def test_every_file_of_writers_is_used(site: PublishedSite, content: Content):
    used = {site.target(address, page.url) for page in site.pages for _, address in page.references()}
    assert [path for path in content.files if (path, "") not in used] == []


def test_twins_begin_with_title_and_description(site: PublishedSite, content: Content):
    for source in content.sources:
        if source.is_article:
            text = (site.root / source.permalink[1:] / "index.md").read_text("utf-8")
            assert text.startswith(f"# {source.matter['title']}\n\n> {source.matter['description']}\n\n"), source.path


def test_pages_link_their_twins(site: PublishedSite, content: Content):
    for expected in content.pages:
        page = site.page_at(expected.permalink)
        twins = [site.target(address, page.url) for address in page.tree.xpath("//a[@type='text/markdown']/@href")]
        # A page that stands in leads to the twin of what it shows.
        assert twins == ([(expected.source.permalink[1:] + "index.md", "")] if expected.is_article else []), page


def test_redirects_lead_from_former_addresses(site: PublishedSite, content: Content):
    assert content.aliases
    for alias, source in content.aliases:
        page = site.page_at(alias)
        target = (source.permalink[1:] + "index.html", "")
        assert page.is_redirect, alias
        addresses = [address for element, address in page.references() if element in ("refresh", "a")]
        assert len(addresses) == 2 and {site.target(address, page.url) for address in addresses} == {target}, alias
        assert site.target(page.canonical, "/") == target, alias
    lines = (site.root / "_redirects").read_text("utf-8").splitlines()
    assert len(lines) == len(content.aliases)
    for line in lines:
        origin, target, status = line.split(" ")
        assert status == "301" and not site.problem(origin, "/") and not site.problem(target, "/"), line


def test_each_page_is_reached_from_its_locales_home(site: PublishedSite, content: Content):
    """Readers without JavaScript and crawlers follow links, and the form that leads to the search page, only."""
    for locale in content.locales:
        reached, waiting = set(), [f"{locale}/index.html"]
        while waiting:
            path = waiting.pop()
            if path in reached or not path.endswith(".html") or not path.startswith(f"{locale}/"):
                continue
            reached.add(path)
            page = site.page(path)
            links = [address for element, address in page.references() if element.split()[0] in ("a", "form")]
            targets = (site.target(address, page.url) for address in links)
            waiting += [target[0] for target in targets if target]
        expected = {page.file for page in content.pages if page.locale == locale}
        assert expected - reached == set()
