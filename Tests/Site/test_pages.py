"""Every page by itself: it is well-formed, describes itself, and holds nothing that could run or that comes from
elsewhere."""

import re
from collections import Counter

import lxml.etree
import pytest

from content import Content
from published import Page, PublishedSite

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


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
        levels = [int(heading.tag[1]) for heading in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1 and levels[0] == 1, f"{page}: {levels}"
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), f"{page}: {levels}"


def test_headings_have_a_text(pages: list[Page]):
    for page in pages:
        for heading in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
            assert "".join(heading.itertext()).strip(), f"{page}: an empty {heading.tag}"


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


def test_content_pages_have_a_description_and_are_canonical(site: PublishedSite):
    for page in site.content_pages:
        assert len(page.tree.xpath("/html/head/meta[@name='description'][normalize-space(@content)]")) == 1, page
        (canonical,) = page.tree.xpath("/html/head/link[@rel='canonical']/@href")
        assert site.target(canonical, "/") == (page.path, ""), page
        assert page.tree.xpath("/html/head/meta[@property='og:url']/@content") == [canonical], page


def test_titles_and_descriptions_are_those_of_the_sources(site: PublishedSite, content: Content):
    for source in content.sources:
        tree = site.page_at(source.permalink).tree
        heading = "".join(tree.xpath("//h1")[0].itertext()).strip()
        assert heading == source.matter["title"], source.path
        descriptions = tree.xpath("/html/head/meta[@name='description']/@content")
        assert descriptions == [source.matter["description"]], source.path


def test_redirects_and_404_pages_are_not_for_search_engines(site: PublishedSite):
    for page in site.pages:
        assert page.is_indexable != (page.is_redirect or page.is_not_found), page


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
            if script.get("type") == "application/ld+json":
                assert "src" not in script.attrib, page
            else:
                assert script.get("src") and not script.text, f"{page}: an inline script"
        for element in page.tree.iter(lxml.etree.Element):
            handlers = [name for name in element.attrib if name.lower().startswith("on")]
            assert not handlers, f"{page}: {element.tag} has {handlers}"
            addresses = [element.get(name, "") for name in ("href", "src", "action", "formaction")]
            schemes = [address for address in addresses if re.match(r"\s*(javascript|data|vbscript):", address, re.I)]
            assert not schemes, f"{page}: {schemes}"


def test_no_style_is_inline(all_pages: list[Page]):
    for page in all_pages:
        assert not list(page.tree.iter("style")), page
        assert not page.tree.xpath("//@style"), page


def test_each_page_states_the_same_strict_policy_before_anything_loads(all_pages: list[Page]):
    policies = set()
    for page in all_pages:
        meta = page.tree.xpath("/html/head/meta[@http-equiv='Content-Security-Policy']")
        assert len(meta) == 1, page
        before = {element.tag for element in meta[0].itersiblings(preceding=True)}
        assert before <= {"meta"}, f"{page}: {before} before the policy"
        policies.add(meta[0].get("content"))
    (policy,) = policies
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["img-src"] == rules["media-src"] == "'self'"
    assert rules["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in policy and "http" not in policy


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
    videos = [(page, video) for page in pages for video in page.tree.iter("video")]
    assert videos
    for page, video in videos:
        assert video.get("width", "").isdigit() and video.get("height", "").isdigit(), page
        assert video.get("poster") and video.get("aria-label"), page
        assert video.get("preload") == "none" and "controls" in video.attrib, page
        assert video.xpath("track[@kind='captions']/@srclang") == [page.tree.get("lang")], page


def test_links_and_buttons_have_a_name(all_pages: list[Page]):
    for page in all_pages:
        for element in page.tree.iter("a", "button", "summary"):
            texts = ["".join(element.itertext()), element.get("aria-label", ""), *element.xpath(".//img/@alt")]
            assert any(text.strip() for text in texts), f"{page}: {lxml.etree.tostring(element)}"


def test_nothing_of_a_template_is_left(pages: list[Page]):
    for page in pages:
        text = "".join(page.tree.xpath("//text()[not(parent::script)]"))
        assert "{{" not in text and "}}" not in text and "\x01" not in page.html, page
        assert not re.search(r"\{(count|date|language|original|name)\}", text), page
