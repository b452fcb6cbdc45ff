"""Every page by itself: it is well-formed, describes itself, and holds nothing that could run or that comes from
elsewhere."""

import json
import re
from collections import Counter

import lxml.etree
import pytest
import yaml

from conftest import ROOT
from content import Content, ExpectedPage
from published import Page, PublishedSite, in_template

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture(scope="session")
def pages(site: PublishedSite) -> list[Page]:
    return site.pages


@pytest.fixture(scope="session")
def all_pages(site: PublishedSite, untranslated: PublishedSite, hostile: PublishedSite) -> list[Page]:
    """The pages of the demo, of its copy with missing translations, and of a site with hostile texts."""
    return site.pages + untranslated.pages + hostile.pages


def test_html_parses_without_errors(all_pages: list[Page]):
    assert [error for page in all_pages for error in page.errors] == []


def test_each_page_has_one_heading_of_level_1_and_leaves_out_no_level(pages: list[Page]):
    for page in pages:
        levels = [int(heading.tag[1]) for heading in page.elements(*HEADINGS)]
        assert levels.count(1) == 1 and levels[0] == 1, f"{page}: {levels}"
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), f"{page}: {levels}"


def test_headings_have_a_text(pages: list[Page]):
    for page in pages:
        for heading in page.tree.iter(*HEADINGS):
            is_filled = in_template(heading) and any(name.startswith("data-") for name in heading.attrib)
            assert is_filled or "".join(heading.itertext()).strip(), f"{page}: an empty {heading.tag}"


def test_language_and_direction_are_those_of_the_folder(pages: list[Page], content: Content):
    of_alias = {alias.removeprefix("/"): source.locale for alias, source in content.aliases}
    for page in pages:
        folder = page.path.partition("/")[0]
        alias = of_alias.get(page.url.removeprefix("/"))
        expected = alias or (folder if folder in content.locales else content.default_locale)
        assert page.tree.get("lang") == expected, page
        assert page.tree.get("dir") == ("rtl" if expected.partition("-")[0] in RIGHT_TO_LEFT else "ltr"), page


def test_titles_are_short_texts_that_no_two_pages_of_a_locale_share(site: PublishedSite, content: Content):
    titles = Counter()
    for page in site.content_pages:
        (title,) = page.tree.xpath("/html/head/title/text()")
        assert title == title.strip() and title, page
        titles[page.tree.get("lang"), title] += 1
    assert [title for title, count in titles.items() if count > 1] == []


def test_content_pages_have_a_description_and_are_canonical(site: PublishedSite, content: Content):
    """A page that stands in for a missing translation is a copy of what it shows, and says so."""
    originals = {page.file: page.source.permalink[1:] + "index.html" for page in content.pages if page.is_fallback}
    for page in site.content_pages:
        assert len(page.tree.xpath("/html/head/meta[@name='description'][normalize-space(@content)]")) == 1, page
        if page.is_search:
            # Nothing is found there but what the reader asks for.
            assert not page.is_indexable and not page.canonical, page
            continue
        (canonical,) = page.tree.xpath("/html/head/link[@rel='canonical']/@href")
        assert site.target(canonical, "/") == (originals.get(page.path, page.path), ""), page
        assert page.tree.xpath("/html/head/meta[@property='og:url']/@content") == [canonical], page


def test_titles_and_descriptions_are_those_of_the_sources(site: PublishedSite, content: Content):
    for expected in content.pages:
        tree = site.page_at(expected.permalink).tree
        heading = "".join(tree.xpath("//h1")[0].itertext()).strip()
        descriptions = tree.xpath("/html/head/meta[@name='description']/@content")
        assert (heading, descriptions) == (_title(content, expected), [_description(content, expected)]), expected


def _title(content: Content, page: ExpectedPage) -> str:
    if page.source:
        return page.source.matter["title"]
    return content.settings["title"][page.locale] if page.kind == "home" else _text(page.locale, page.kind + "Title")


def _description(content: Content, page: ExpectedPage) -> str:
    if page.source:
        return page.source.matter["description"]
    if page.kind == "home":
        return content.settings["description"][page.locale]
    return _text(page.locale, page.kind + "Lead")


def _text(locale: str, key: str) -> str:
    """An interface text."""
    texts = yaml.safe_load((ROOT / f"Sources/Theme/Strings/{locale}.yml").read_text("utf-8"))
    return texts[key]


def test_redirects_404_and_search_pages_are_not_for_search_engines(site: PublishedSite):
    for page in site.pages:
        assert page.is_indexable != (page.is_redirect or page.is_not_found or page.is_search), page


def test_ids_are_unique_and_can_be_linked_to(all_pages: list[Page]):
    for page in all_pages:
        assert [id for id, count in Counter(page.ids).items() if count > 1] == [], page
        assert [id for id in page.ids if not id or re.search(r"\s", id)] == [], page


def test_aria_refers_to_elements_that_are_there(pages: list[Page]):
    for page in pages:
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls"):
            for value in page.tree.xpath(f"//@{attribute}"):
                assert set(value.split()) <= set(page.ids), f"{page}: {attribute}={value}"


def test_nothing_runs_but_the_scripts_of_the_site(all_pages: list[Page]):
    for page in all_pages:
        for script in page.tree.iter("script"):
            if script.get("type") in ("application/ld+json", "application/json"):
                assert "src" not in script.attrib, page
            else:
                assert script.get("type") == "module", page
                assert script.get("src") and not script.text, f"{page}: an inline script"
        for element in page.tree.iter(lxml.etree.Element):
            handlers = [name for name in element.attrib if name.lower().startswith("on")]
            assert not handlers, f"{page}: {element.tag} has {handlers}"
            addresses = [element.get(name, "") for name in ("href", "src", "action", "formaction")]
            schemes = [address for address in addresses if re.match(r"\s*(javascript|data|vbscript):", address, re.I)]
            assert not schemes, f"{page}: {schemes}"


def test_contact_and_verify_pages_alone_hold_data_for_their_scripts(all_pages: list[Page]):
    for page in all_pages:
        scripts = page.tree.xpath("//script[@type='application/json']")
        assert [script.get("id") for script in scripts] == ["gp-data"] * (_support_kind(page) is not None), page
        for script in scripts:
            data = json.loads(script.text)
            assert data["locale"] == page.tree.get("lang") and data["texts"], page
            # Whatever is in the texts: nothing of it ends the element or begins another one.
            assert "<" not in script.text and ">" not in script.text, page


def _support_kind(page: Page) -> str | None:
    """Whether a page is a contact or a verify page."""
    found = re.fullmatch(r"[^/]+/(contact|verify)/index\.html", page.path)
    return found and found[1]


def test_no_style_is_inline(all_pages: list[Page]):
    for page in all_pages:
        assert not list(page.tree.iter("style")), page
        assert not page.tree.xpath("//@style"), page


def _policy(page: Page) -> str:
    (meta,) = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']")
    before = {element.tag for element in meta.itersiblings(preceding=True)}
    assert meta.getparent().tag == "head" and before <= {"meta"}, f"{page}: {before} before the policy"
    return meta.get("content")


def test_each_page_states_the_same_strict_policy_before_anything_loads(all_pages: list[Page]):
    """Contact pages are no exception but in what they may send to."""
    policies = {_rules(_policy(page), without="connect-src") for page in all_pages}
    assert len(policies) == 1
    rules = dict(rule.partition(" ")[::2] for rule in policies.pop())
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["img-src"] == rules["media-src"] == "'self'"
    assert rules["base-uri"] == rules["trusted-types"] == "'none'" and rules["form-action"] == "'self'"
    assert rules["require-trusted-types-for"] == "'script'"
    assert not any("unsafe" in rule or "http" in rule for rule in rules.values())


def test_only_contact_pages_may_send_and_only_to_the_endpoints_of_forms(
    site: PublishedSite, untranslated: PublishedSite, hostile: PublishedSite, content: Content
):
    assert content.endpoints
    # The hostile site has one more, which is not the address of a form.
    hostile_endpoints = ["https://forms.hostile.example:8443"]
    endpoints = {site: content.endpoints, untranslated: content.endpoints, hostile: hostile_endpoints}
    for published, allowed in endpoints.items():
        for page in published.pages:
            (connections,) = [rule for rule in _rules(_policy(page)) if rule.startswith("connect-src")]
            expected = allowed if _support_kind(page) == "contact" else []
            assert connections.split(" ") == ["connect-src", "'self'", *expected], page


def _rules(policy: str, without: str = "") -> tuple[str, ...]:
    rules = (rule.strip() for rule in policy.split(";"))
    return tuple(rule for rule in rules if rule.partition(" ")[0] != without)


def test_nothing_but_links_leads_to_another_host(site: PublishedSite):
    for page in site.pages:
        for element, address in page.references():
            if element.split()[0] != "a":
                assert site.target(address, page.url) is not None, f"{page}: {element} {address}"


def test_links_to_other_hosts_are_safe_addresses(site: PublishedSite):
    for page in site.pages:
        for _, address in page.references():
            if site.target(address, page.url) is None:
                assert re.match(r"(https://|mailto:|tel:)", address), f"{page}: {address}"


def test_images_have_a_size_and_an_alternative_text(pages: list[Page]):
    for page in pages:
        for image in page.tree.iter("img"):
            assert image.get("width", "").isdigit() and image.get("height", "").isdigit(), f"{page}: {image.get('src')}"
            assert "alt" in image.attrib, f"{page}: {image.get('src')}"
        for image in page.tree.xpath("//div[contains(@class, 'prose')]//img"):
            assert image.get("alt").strip(), f"{page}: {image.get('src')}"


def test_videos_have_a_size_a_poster_captions_and_a_name(pages: list[Page]):
    """In the language of the text around them."""
    videos = [(page, video) for page in pages for video in page.tree.iter("video")]
    assert videos
    for page, video in videos:
        assert video.get("width", "").isdigit() and video.get("height", "").isdigit(), page
        assert video.get("poster") and video.get("aria-label"), page
        assert video.get("preload") == "none" and "controls" in video.attrib, page
        assert video.xpath("track[@kind='captions']/@srclang") == video.xpath("ancestor::*[@lang][1]/@lang"), page


def test_links_and_buttons_have_a_name(all_pages: list[Page]):
    for page in all_pages:
        for element in page.tree.iter("a", "button", "summary"):
            texts = ["".join(element.itertext()), element.get("aria-label", ""), *element.xpath(".//img/@alt")]
            # A link that scripts copy gets its words together with its address.
            is_filled = in_template(element) and element.tag == "a" and "href" not in element.attrib
            assert is_filled or any(text.strip() for text in texts), f"{page}: {lxml.etree.tostring(element)}"


def test_nothing_of_a_template_is_left(pages: list[Page]):
    for page in pages:
        text = "".join(page.tree.xpath("//text()[not(parent::script)]"))
        assert "{{" not in text and "}}" not in text and "\x01" not in page.html, page
        assert not re.search(r"\{\w+\}", text), page
