"""What readers find where a translation is missing: two Chinese articles, and everything in Arabic."""

from xml.etree import ElementTree

import pytest

from content import Content
from published import Page, PublishedSite

GUIDE = "security/two-factor"
FAQ = "fees/faq"


@pytest.fixture(scope="module", params=[f"zh-Hans/{GUIDE}", f"zh-Hans/{FAQ}", f"ar/{GUIDE}", f"ar/{FAQ}"])
def fallback(request, untranslated: PublishedSite) -> Page:
    """A page that shows an English text in another locale."""
    return untranslated.page(f"{request.param}/index.html")


@pytest.fixture(scope="module")
def original(fallback: Page, untranslated: PublishedSite) -> Page:
    """The page that it shows the text of."""
    return untranslated.page("en/" + fallback.path.partition("/")[2])


def test_a_fallback_says_so_and_leads_to_the_original(fallback: Page, original: Page, untranslated: PublishedSite):
    (notice,) = fallback.tree.xpath("//aside[contains(@class, 'callout')][p/a[@hreflang]]")
    (link,) = notice.xpath("p/a")
    assert link.get("hreflang") == "en"
    assert untranslated.target(link.get("href"), fallback.url) == (original.path, "")
    assert "English" in "".join(notice.itertext())
    assert not original.tree.xpath("//aside[p/a[@hreflang]]")


def test_a_fallback_has_the_interface_of_its_locale_and_the_text_of_the_original(fallback: Page, original: Page):
    locale = fallback.path.partition("/")[0]
    direction = "rtl" if locale == "ar" else "ltr"
    assert (fallback.tree.get("lang"), fallback.tree.get("dir")) == (locale, direction)
    for part in ("//h1", "//div[contains(@class, 'prose')]", "//p[@class='lead']", "//div[@class='toc']"):
        (shown,), (own,) = fallback.tree.xpath(part), original.tree.xpath(part)
        assert (shown.get("lang"), shown.get("dir")) == ("en", "ltr"), part
        if part != "//div[contains(@class, 'prose')]":
            assert "".join(shown.itertext()) == "".join(own.itertext())


def test_the_words_of_the_generator_within_a_fallback_are_in_one_language(fallback: Page):
    """Callouts and video notes stand inside the text, so that they are in the text's language."""
    for title in fallback.tree.xpath("//div[contains(@class, 'prose')]//p[@class='callout-title']"):
        assert title.text in ("Note", "Tip", "Important", "Warning", "Caution")
    for link in fallback.tree.xpath("//div[contains(@class, 'prose')]//a[@aria-label]"):
        assert link.get("aria-label").isascii(), link.get("aria-label")


def test_search_engines_are_led_to_the_original(fallback: Page, original: Page, untranslated: PublishedSite):
    assert fallback.canonical == original.canonical
    assert fallback.alternates == {} and fallback.is_indexable
    assert fallback.url[1:] not in "".join(str(page.alternates) for page in untranslated.pages)
    sitemap = ElementTree.parse(untranslated.root / "sitemap.xml").getroot()
    addresses = [element.text or element.get("href") for element in sitemap.iter() if len(element) == 0]
    assert original.canonical in addresses
    assert untranslated.url(fallback.url) not in addresses
    assert not fallback.tree.xpath("//script[@type='application/ld+json']")


def test_originals_name_their_translations_only(original: Page, fallback: Page):
    assert set(original.alternates) <= {"en", "x-default"}


def test_lists_name_the_language_of_a_fallback(fallback: Page, untranslated: PublishedSite):
    locale, category, _ = fallback.path.split("/", 2)
    for path in (f"{locale}/{category}/index.html", f"{locale}/index.html"):
        page = untranslated.page(path)
        links = [
            link
            for link in page.tree.xpath("//main//a")
            if untranslated.target(link.get("href"), page.url) == (fallback.path, "")
        ]
        assert links, path
        for link in links:
            assert link.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["en"], path
            (label,) = link.xpath("following-sibling::*[contains(@class, 'tag')]")
            assert "English" in label.text and label.xpath("ancestor-or-self::*[@lang][1]/@lang") == [locale], path


def test_a_fallback_has_no_twin_but_leads_to_that_of_the_original(
    fallback: Page, original: Page, untranslated: PublishedSite
):
    assert not (fallback.file.parent / "index.md").exists()
    (twin,) = fallback.tree.xpath("//a[@type='text/markdown']/@href")
    assert untranslated.target(twin, fallback.url) == (original.path.removesuffix(".html") + ".md", "")


def test_every_address_leads_somewhere(untranslated: PublishedSite, content: Content):
    """Language menus included: they lead to fallbacks."""
    problems = [untranslated.problem(link, page.url) for page in untranslated.pages for _, link in page.references()]
    assert list(filter(None, problems)) == []
    for page in untranslated.content_pages:
        if page.path != "index.html":
            menu = page.tree.xpath("//details[contains(@class, 'language-menu')]//a/@hreflang")
            assert menu == content.locales, page


def test_pages_are_well_formed_in_a_right_to_left_locale(untranslated: PublishedSite, content: Content):
    pages = [page for page in untranslated.pages if page.path.startswith("ar/")]
    expected = {page.file for page in content.pages if page.locale == "ar"}
    assert {page.path for page in pages} == expected | {"ar/404.html"}
    assert [error for page in pages for error in page.errors] == []
    assert {(page.tree.get("lang"), page.tree.get("dir")) for page in pages} == {("ar", "rtl")}


def test_the_text_of_an_untranslated_category_is_in_its_own_language(untranslated: PublishedSite):
    """Screen readers pronounce it, and browsers set its full stops, by that language."""
    tree = untranslated.page("ar/security/index.html").tree
    for part in ("//h1", "//p[@class='lead']", "//div[contains(@class, 'prose')]"):
        (element,) = tree.xpath(part)
        assert element.xpath("descendant-or-self::*[@lang='en'][@dir='ltr' or @dir='auto']"), part


def test_what_the_generator_writes_itself_is_in_its_own_language(untranslated: PublishedSite, content: Content):
    """Home, contact and verify pages are nobody's stand-ins, whatever else is missing: search engines list them."""
    sitemap = ElementTree.parse(untranslated.root / "sitemap.xml").getroot()
    addresses = [element.text for element in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    for permalink in ("/ar/", "/ar/contact/", "/ar/verify/"):
        page = untranslated.page_at(permalink)
        assert page.canonical == untranslated.url(permalink) and page.canonical in addresses
        assert set(page.alternates) == {*content.locales, "x-default"} and page.is_indexable
        assert not page.tree.xpath("//aside[p/a[@hreflang]]")


def test_a_contact_page_names_the_language_of_the_answers_it_offers(untranslated: PublishedSite):
    """Its topics lead to articles; where one is missing, readers learn what they will read before they follow."""
    page = untranslated.page("ar/contact/index.html")
    links = page.tree.xpath("//div[@class='answers']//a")
    assert links
    for link in links:
        assert link.get("lang") == "en", link.get("href")
        (label,) = link.xpath("following-sibling::*[contains(@class, 'tag')]")
        assert "English" in label.text and label.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["ar"]


def test_languages_without_articles_are_left_to_the_locale_they_are_written_in(untranslated: PublishedSite):
    assert "index.md" not in (untranslated.root / "ar/llms.txt").read_text("utf-8")
    chinese = (untranslated.root / "zh-Hans/llms.txt").read_text("utf-8")
    assert f"/{FAQ}/" not in chinese and f"/{GUIDE}/" not in chinese
