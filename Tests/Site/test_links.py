"""Every address in the published files leads to a file of the output, and to an element that is there."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import lxml.etree
from markdown_it import MarkdownIt

from content import Content
from published import FINGERPRINT, Page, PublishedSite


def test_addresses_in_pages_lead_somewhere(site: PublishedSite):
    problems = [site.problem(address, page.url) for page in site.pages for _, address in page.references()]
    assert len(problems) > 1000
    assert list(filter(None, problems)) == []


def test_addresses_in_pages_are_relative(site: PublishedSite):
    """A site of relative addresses works at any path; a 404 page cannot, being shown at any address."""
    absolute = {"link canonical", "link alternate"}
    for page in site.pages:
        for element, address in page.references():
            if site.target(address, page.url) is None or element in absolute:
                continue
            is_absolute = address.startswith(("/", site.base_url))
            assert is_absolute == (page.is_not_found and not address.startswith("#")), f"{page}: {element} {address}"


def test_previews_and_structured_data_name_absolute_addresses(site: PublishedSite):
    for page in site.pages:
        for address in page.tree.xpath("//meta[@property='og:url' or @property='og:image']/@content"):
            assert address.startswith(site.base_url) and not site.problem(address, page.url), f"{page}: {address}"


def test_assets_are_named_by_their_fingerprints(site: PublishedSite):
    for page in site.pages:
        for element, address in page.references():
            if element in ("link stylesheet", "link icon", "link modulepreload", "script"):
                assert re.search(r"\.[0-9a-z]{8,16}\.[a-z]+$", address), f"{page}: {address}"


def test_scripts_import_scripts_that_are_there_under_names_that_change_with_them(site: PublishedSite):
    count = 0
    for path in sorted(path for path in site.files if path.endswith(".js")):
        for address in site.imports(site.root / path):
            assert address.startswith(("./", "../")) and not site.problem(address, "/" + path), f"{path}: {address}"
            # Other programs load the search client by its own name, and so what it imports.
            assert FINGERPRINT.search(address) or not FINGERPRINT.search(path), f"{path}: {address}"
            count += 1
    assert count > 50


def test_links_to_topics_open_them(site: PublishedSite, content: Content):
    """By the query with scripts; those that the generator writes by the fragment, too, without."""
    written, made = 0, 0
    for page, link, query in _contact_links(site):
        if "topic" not in query:
            continue
        path, fragment = site.target(link.get("href"), page.url)
        (topic,) = site.page(path).tree.xpath(f"//details[@data-topic='{query['topic']}']") or [None]
        assert topic is not None, f"{page}: there is no topic '{query['topic']}'"
        if link.xpath("ancestor::div[contains(@class, 'prose')]"):
            written += 1
        else:
            assert topic.xpath(f".//*[@id='{fragment}']"), f"{page}: {link.get('href')}"
            made += 1
    assert written > 0 and made >= len(content.locales)


def test_articles_tell_the_contact_page_where_its_reader_comes_from(site: PublishedSite, content: Content):
    """It counts the article as read, by the address that it lists articles by."""
    sent = {page.path: query["from"] for page, _, query in _contact_links(site) if "from" in query}
    assert sent == {page.file: page.permalink for page in content.pages if page.is_article}


def _contact_links(site: PublishedSite) -> Iterator[tuple[Page, lxml.etree._Element, dict[str, str]]]:
    """The links to contact pages that say something to them, and what they say."""
    for page in site.pages:
        for link in page.tree.xpath("//a[contains(@href, '/contact/?')]"):
            yield page, link, dict(parse_qsl(urlsplit(link.get("href")).query, strict_parsing=True))


def test_links_in_markdown_twins_lead_to_twins(site: PublishedSite, content: Content):
    count = 0
    for source in content.sources:
        if not source.is_article:
            continue
        text = (site.page_at(source.permalink).file.parent / "index.md").read_text("utf-8")
        for address in _markdown_addresses(text):
            assert site.problem(address, source.permalink) is None, source.path
            target = site.target(address, source.permalink)
            assert target is None or not re.match(r"[a-z]+:|/", address), f"{source.path}: {address} is not relative"
            if target and not address.startswith("#") and any(_is_article(content, site, target[0])):
                assert target[0].endswith("/index.md"), f"{source.path}: {address} leads to a page, not to its twin"
            count += 1
    assert count > 200


def test_lists_for_language_models_name_every_article(site: PublishedSite, content: Content):
    named = [site.target(address, "/") for address in _markdown_addresses((site.root / "llms.txt").read_text("utf-8"))]
    assert named == [(f"{locale}/llms.txt", "") for locale in content.locales]
    for locale in content.locales:
        text = (site.root / locale / "llms.txt").read_text("utf-8")
        addresses = _markdown_addresses(text)
        assert all(address.startswith(site.base_url) for address in addresses)
        expected = [source for source in content.sources if source.locale == locale and source.is_article]
        twins = sorted((source.permalink[1:] + "index.md", "") for source in expected)
        assert sorted(site.target(address, "/") for address in addresses) == twins
        assert text.startswith(f"# {content.settings['title'][locale]}\n\n> ")


def _markdown_addresses(text: str) -> list[str]:
    """The addresses of a Markdown text's links and images."""

    def walk(tokens) -> Iterator[str]:
        for token in tokens:
            address = token.attrGet("href") or token.attrGet("src")
            if address:
                yield address
            yield from walk(token.children or [])

    # CommonMark alone would read a footnote's definition as a link's.
    return list(walk(MarkdownIt("commonmark").parse(text.replace("[^", "\\[^"))))


def _is_article(content: Content, site: PublishedSite, path: str) -> Iterator[bool]:
    for source in content.sources:
        yield source.is_article and path == source.permalink[1:] + "index.html"
