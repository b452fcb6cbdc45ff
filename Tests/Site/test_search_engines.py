"""What search engines read: translations of pages, the sitemap, robots.txt, structured data."""

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import html5lib
import pytest

from content import Content, Source
from published import Page, PublishedSite

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="session")
def sitemap(site: PublishedSite) -> ElementTree.Element:
    return ElementTree.parse(site.root / "sitemap.xml").getroot()


# Translations


def test_each_page_names_all_its_translations_and_itself(site: PublishedSite, content: Content):
    for expected in content.own_pages:
        translations = content.translations(expected)
        standard = "/" if expected.kind == "home" else translations[content.default_locale]
        page = site.page_at(expected.permalink)
        # An article that nobody has translated has no other language to name.
        permalinks = translations | {"x-default": standard} if len(translations) > 1 else {}
        files = {language: _file(permalink) for language, permalink in permalinks.items()}
        assert {language: _target(site, url) for language, url in page.alternates.items()} == files, page
        assert not permalinks or _target(site, page.alternates[expected.locale]) == page.path


def test_contact_and_verify_pages_are_there_for_search_engines_in_every_language(
    site: PublishedSite, content: Content
):
    for key in ("contact", "verify"):
        alternates = site.page(f"{content.default_locale}/{key}/index.html").alternates
        assert set(alternates) == {*content.locales, "x-default"}
        assert alternates["x-default"] == alternates[content.default_locale]


def test_translations_name_each_other(site: PublishedSite):
    count = 0
    for page in site.content_pages:
        for url in page.alternates.values():
            other = site.page(_target(site, url))
            assert other.alternates == page.alternates, f"{page} names {other}, which names others"
            assert other.canonical == url, f"{page} names {url}, which is not canonical"
            count += 1
    assert count > 200


def test_the_language_chooser_is_for_all_other_languages(site: PublishedSite, content: Content):
    chooser = site.page("index.html")
    assert chooser.alternates["x-default"] == chooser.canonical == site.base_url
    links = chooser.tree.xpath("//main//a[@hreflang]")
    assert [link.get("hreflang") for link in links] == [link.get("lang") for link in links] == content.locales
    for link in links:
        assert site.target(link.get("href"), "/") == (f"{link.get('hreflang')}/index.html", "")


def test_language_menus_lead_to_the_same_page_in_each_language(site: PublishedSite, content: Content):
    """Where it is not translated, to the page that stands in."""
    files: dict[str, dict] = {}
    for expected in content.pages:
        files.setdefault(expected.key, {})[expected.locale] = (expected.file, "")
    for expected in content.pages:
        page = site.page_at(expected.permalink)
        links = page.tree.xpath("//details[contains(@class, 'language-menu')]//a")
        found = {link.get("hreflang"): site.target(link.get("href"), page.url) for link in links}
        assert found == files[expected.key] and len(links) == len(content.locales), page


# The sitemap (sitemaps.org, protocol 0.9)


def test_the_sitemap_has_the_protocols_structure(sitemap: ElementTree.Element, site: PublishedSite):
    assert sitemap.tag == SITEMAP + "urlset"
    assert 0 < len(sitemap) <= 50_000 and (site.root / "sitemap.xml").stat().st_size <= 50_000_000
    for url in sitemap:
        assert url.tag == SITEMAP + "url"
        names = [child.tag for child in url]
        assert names[0] == SITEMAP + "loc" and names.count(SITEMAP + "loc") == 1
        assert names[1:] == sorted(names[1:], key=[SITEMAP + "lastmod", XHTML + "link"].index)
        for date in url.iter(SITEMAP + "lastmod"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", date.text)
        address = url.findtext(SITEMAP + "loc")
        assert address.startswith(site.base_url) and len(address) < 2048
        assert re.fullmatch(r"[!-~]+", address), f"{address} is not percent-encoded"


def test_the_sitemap_names_each_page_in_its_own_language_once(
    sitemap: ElementTree.Element, site: PublishedSite, content: Content
):
    found = [_target(site, loc.text) for loc in sitemap.iter(SITEMAP + "loc")]
    assert sorted(found) == sorted(page.file for page in content.own_pages)
    for loc in sitemap.iter(SITEMAP + "loc"):
        page = site.page(_target(site, loc.text))
        assert page.is_indexable and page.canonical == loc.text, page


def test_the_sitemap_names_the_translations_that_the_pages_name(sitemap: ElementTree.Element, site: PublishedSite):
    for url in sitemap:
        links = {link.get("hreflang"): link.get("href") for link in url.iter(XHTML + "link")}
        assert all(link.get("rel") == "alternate" for link in url.iter(XHTML + "link"))
        assert links == site.page(_target(site, url.findtext(SITEMAP + "loc"))).alternates


def test_the_sitemap_dates_pages_as_their_sources_do(
    sitemap: ElementTree.Element, site: PublishedSite, content: Content
):
    found = {_target(site, url.findtext(SITEMAP + "loc")): url.findtext(SITEMAP + "lastmod") for url in sitemap}
    for page in content.own_pages:
        matter = page.source.matter if page.source else {}
        date = matter.get("lastmod", matter.get("date"))
        assert found[page.file] == (date and date.isoformat()), page


def test_robots_txt_lets_all_in_and_names_the_sitemap(site: PublishedSite):
    lines = (site.root / "robots.txt").read_text("utf-8").splitlines()
    assert "User-agent: *" in lines and "Allow: /" in lines
    assert f"Sitemap: {site.base_url}sitemap.xml" in lines
    assert not any(line.startswith("Disallow") for line in lines)


# Structured data (schema.org)


def test_structured_data_is_json_of_schema_org(site: PublishedSite):
    for page in site.content_pages:
        for item in _structured_data(page):
            assert item["@context"] == "https://schema.org" and item["@type"], page
    for page in site.pages:
        if not page.is_indexable:
            assert not list(_structured_data(page)), page


def test_breadcrumbs_lead_from_home_to_the_page(site: PublishedSite, content: Content):
    for expected in content.own_pages:
        page = site.page_at(expected.permalink)
        (trail,) = [item for item in _structured_data(page) if item["@type"] == "BreadcrumbList"] or [None]
        if expected.kind == "home":
            assert trail is None
            continue
        items = trail["itemListElement"]
        assert [item["@type"] for item in items] == ["ListItem"] * len(items)
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        # What readers see stops above the page.
        seen = page.tree.xpath("//nav[contains(@class, 'breadcrumbs')]//a")
        addresses = [_target(site, link.get("href"), page.url) for link in seen] + [page.path]
        assert [_target(site, item["item"]) for item in items] == addresses, page
        assert [item["name"] for item in items] == [link.text for link in seen] + [_text(*page.tree.iter("h1"))]
        assert addresses[0] == f"{expected.locale}/index.html"


def test_contact_and_verify_pages_and_stand_ins_claim_to_be_no_articles(site: PublishedSite, content: Content):
    for expected in content.pages:
        types = [item["@type"] for item in _structured_data(site.page_at(expected.permalink))]
        if expected.is_fallback:
            assert types == [], expected
        elif expected.source is None:
            assert types == ["BreadcrumbList"] * (expected.kind not in ("home", "search")), expected


def test_guides_are_articles(site: PublishedSite, content: Content):
    for source in content.sources:
        page = site.page_at(source.permalink)
        found = [item for item in _structured_data(page) if item["@type"] == "Article"]
        assert len(found) == (source.kind == "guide"), source.path
        for item in found:
            assert item["headline"] == source.matter["title"] and len(item["headline"]) <= 110
            assert item["description"] == source.matter["description"]
            assert item["inLanguage"] == source.locale
            assert item["mainEntityOfPage"] == page.canonical
            assert item["publisher"] == {"@type": "Organization", "name": content.settings["title"][source.locale]}
            assert item["datePublished"] == source.matter["date"].isoformat()
            assert item["dateModified"] == source.matter.get("lastmod", source.matter["date"]).isoformat()


def test_faqs_state_the_questions_and_answers_of_the_page(site: PublishedSite, content: Content):
    for source in content.sources:
        page = site.page_at(source.permalink)
        found = [item for item in _structured_data(page) if item["@type"] == "FAQPage"]
        assert len(found) == (source.kind == "faq"), source.path
        for item in found:
            assert item["inLanguage"] == source.locale
            _compare_answers(site, page, source, item["mainEntity"])


def _compare_answers(site: PublishedSite, page: Page, source: Source, questions: list[dict]):
    sections = page.tree.xpath("//section[@class='question']")
    assert len(sections) == len(questions) > 0, source.path
    for section, question in zip(sections, questions):
        assert question["@type"] == "Question" and question["acceptedAnswer"]["@type"] == "Answer"
        assert question["name"] == _text(section.find("h2")), source.path
        shown = section.find("div[@class='answer']")
        stated = html5lib.parseFragment(
            question["acceptedAnswer"]["text"], treebuilder="lxml", namespaceHTMLElements=False)
        assert _text(*stated) == _text(shown) != "", f"{source.path}: {question['name']}"
        elements = [part for part in stated if not isinstance(part, str)]
        addresses = [address for element in elements for address in element.xpath(".//@href|.//@src")]
        assert all(re.match("https?://|mailto:", address) for address in addresses), f"{source.path}: {addresses}"
        leads = [site.target(address, page.url) for address in shown.xpath(".//@href|.//@src")]
        assert [site.target(address, "/") for address in addresses] == leads, f"{source.path}: {question['name']}"


# Helpers


def _structured_data(page: Page) -> Iterator[dict]:
    for script in page.tree.xpath("//script[@type='application/ld+json']"):
        yield json.loads(script.text)


def _target(site: PublishedSite, address: str, seen_from: str = "/") -> str | None:
    target = site.target(address, seen_from)
    return target and target[0]


def _file(permalink: str) -> str:
    return permalink[1:] + "index.html"


def _text(*parts) -> str:
    """The words of elements, whatever the space between them."""
    texts = [part if isinstance(part, str) else "".join(part.itertext()) for part in parts]
    return " ".join("".join(texts).split())
