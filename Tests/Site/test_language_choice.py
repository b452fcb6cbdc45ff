"""How readers come to their language: the chooser at the root, the menu on each page, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import DESKTOP, PHONE
from servers import Server

ARTICLE = "/en/security/two-factor/"
TRANSLATION = "/zh-Hans/security/two-factor/"
LANGUAGES = ["English", "简体中文", "日本語", "한국어", "العربية"]


@pytest.fixture
def page(chromium: Browser, served: Server) -> Iterator[Page]:
    """A page of a reader whose browser speaks English."""
    context = chromium.new_context(base_url=served.url, locale="en-GB", viewport=DESKTOP)
    yield context.new_page()
    context.close()


def _speaking(chromium: Browser, server: Server, *languages: str, **options) -> BrowserContext:
    """A context whose browser prefers languages, in this order."""
    context = chromium.new_context(base_url=server.url, locale=languages[0], **options)
    context.add_init_script(f"Object.defineProperty(navigator, 'languages', {{ get: () => {list(languages)} }})")
    return context


def _path(page: Page) -> str:
    return page.evaluate("location.pathname + location.search + location.hash")


# The chooser at the root


@pytest.mark.parametrize(
    ("languages", "home"),
    [
        (["zh-CN"], "/zh-Hans/"),
        (["zh"], "/zh-Hans/"),
        (["zh-Hans-SG", "en"], "/zh-Hans/"),
        (["en-AU", "zh-CN"], "/en/"),
        (["fr-FR", "zh-CN", "en"], "/zh-Hans/"),
        (["EN-us"], "/en/"),
        (["zh-TW", "zh", "en-US"], "/zh-Hans/"),
        (["zh-TW"], "/zh-Hans/"),
        (["zh-TW", "en-US"], "/en/"),
        (["ja-JP", "en"], "/ja/"),
        (["ko"], "/ko/"),
        (["ar-EG", "en"], "/ar/"),
    ],
    ids=str,
)
def test_the_root_leads_to_the_first_language_that_the_site_has(
    chromium: Browser, served: Server, languages: list[str], home: str
):
    """The nearest one where it has none: simplified characters rather than English for a reader of Chinese only."""
    context = _speaking(chromium, served, *languages)
    page = context.new_page()
    page.goto("/")
    page.wait_for_url(served.url + home)
    context.close()


@pytest.mark.parametrize("languages", [["th"], ["fr-FR", "de"]], ids=str)
def test_the_root_asks_readers_of_other_languages(chromium: Browser, served: Server, languages: list[str]):
    context = _speaking(chromium, served, *languages)
    page = context.new_page()
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert _path(page) == "/"
    expect(page.get_by_role("main").get_by_role("link")).to_have_text(LANGUAGES)
    context.close()


def test_the_root_keeps_what_the_address_asks(page: Page, served: Server):
    page.goto("/?from=app")
    page.wait_for_url(served.url + "/en/?from=app")


def test_a_choice_is_remembered(page: Page, served: Server):
    page.goto(ARTICLE)
    page.locator(".language-menu summary").click()
    page.get_by_role("link", name="简体中文").click()
    page.wait_for_url(served.url + TRANSLATION)
    page.goto("/")
    page.wait_for_url(served.url + "/zh-Hans/")


def test_a_choice_at_the_chooser_is_remembered(chromium: Browser, served: Server):
    context = _speaking(chromium, served, "th")
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="简体中文").click()
    page.wait_for_url(served.url + "/zh-Hans/")
    page.goto("/")
    page.wait_for_url(served.url + "/zh-Hans/")
    context.close()


@pytest.mark.parametrize("choice", ["th", "", "constructor", "<img src=x>"])
def test_a_remembered_locale_that_is_gone_is_ignored(page: Page, served: Server, choice: str):
    page.goto("/en/")
    page.evaluate("choice => localStorage.setItem('guidepost-locale', choice)", choice)
    page.goto("/")
    page.wait_for_url(served.url + "/en/")


def test_readers_who_come_from_inside_the_site_stay_at_the_chooser(page: Page, served: Server):
    page.goto("/en/")
    page.evaluate("localStorage.setItem('guidepost-locale', 'zh-Hans')")
    page.goto("/", referer=served.url + "/en/")
    page.wait_for_load_state("networkidle")
    assert _path(page) == "/"


def test_going_back_from_the_home_page_does_not_trap(page: Page, served: Server):
    page.goto("/404.html")
    page.goto("/")
    page.wait_for_url(served.url + "/en/")
    page.go_back()
    assert _path(page) == "/404.html"


def test_storage_that_is_switched_off_does_no_harm(chromium: Browser, served: Server):
    context = _speaking(chromium, served, "zh-CN")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError') } })")
    errors = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    page.goto("/")
    page.wait_for_url(served.url + "/zh-Hans/")
    page.locator(".language-menu summary").click()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(served.url + "/en/")
    assert errors == []
    context.close()


# Without JavaScript


@pytest.fixture
def plain_page(chromium: Browser, served: Server) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    context = chromium.new_context(base_url=served.url, java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


def test_without_javascript_the_root_is_a_list_of_languages(plain_page: Page, served: Server):
    plain_page.goto("/")
    links = plain_page.get_by_role("main").get_by_role("link")
    expect(links).to_have_text(LANGUAGES)
    links.nth(1).click()
    expect(plain_page).to_have_url(served.url + "/zh-Hans/")


def test_without_javascript_the_menu_opens_and_leads_to_the_translation(plain_page: Page, served: Server):
    plain_page.goto(ARTICLE)
    link = plain_page.get_by_role("link", name="简体中文")
    expect(link).to_be_hidden()
    plain_page.locator(".language-menu summary").click()
    link.click()
    expect(plain_page).to_have_url(served.url + TRANSLATION)


def test_without_javascript_the_contents_unfold_and_lead_to_sections(plain_page: Page):
    plain_page.goto(ARTICLE)
    contents = plain_page.get_by_role("navigation", name="On this page")
    expect(contents.get_by_role("link", name="Backup codes")).to_be_hidden()
    contents.locator("summary").click()
    contents.get_by_role("link", name="Backup codes").click()
    expect(plain_page.locator("#backup-codes")).to_be_in_viewport()


def test_without_javascript_answers_are_there(plain_page: Page):
    plain_page.goto("/en/security/faq/")
    for answer in plain_page.locator("section.question .answer").all():
        expect(answer).to_be_visible()


# By keyboard


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page):
    page.goto(ARTICLE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert _path(page).endswith("#gp-main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_works_by_keyboard(page: Page, served: Server):
    page.goto(ARTICLE)
    menu, summary = page.locator(".language-menu"), page.locator(".language-menu summary")
    for _ in range(20):
        page.keyboard.press("Tab")
        if summary.evaluate("element => element === document.activeElement"):
            break
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="English")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(served.url + TRANSLATION)


def test_a_click_elsewhere_closes_the_menu(page: Page):
    page.goto(ARTICLE)
    menu = page.locator(".language-menu")
    menu.locator("summary").click()
    expect(menu).to_have_attribute("open", "")
    page.get_by_role("heading", level=1).click()
    expect(menu).not_to_have_attribute("open", "")


def test_the_menu_leads_to_the_same_page_even_where_it_is_contact_or_verify(page: Page, served: Server):
    for kind, (name, locale) in {"contact": ("العربية", "ar"), "verify": ("日本語", "ja")}.items():
        page.goto(f"/en/{kind}/")
        page.locator(".language-menu summary").click()
        page.locator(".language-menu").get_by_role("link", name=name).click()
        page.wait_for_url(f"{served.url}/{locale}/{kind}/")


def test_the_menu_marks_the_language_of_the_page(page: Page):
    page.goto(TRANSLATION)
    marked = page.locator(".language-menu [aria-current]")
    assert marked.evaluate_all("links => links.map(link => link.hreflang)") == ["zh-Hans"]
