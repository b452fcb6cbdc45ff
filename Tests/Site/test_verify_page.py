"""The verify page's form: what it shows of a judgement, and what it never does with what it is asked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import DESKTOP, PHONE
from script_server import origin  # noqa: F401, a fixture


@pytest.fixture
def context(chromium: Browser, origin: str) -> Iterator[BrowserContext]:
    """A reader of the verify page."""
    context = chromium.new_context(base_url=origin, viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/verify.html")
    expect(page.locator("form")).to_be_visible()
    return page


def _check(page: Page, text: str):
    page.locator("input").fill(text)
    page.get_by_role("button").click()


@pytest.mark.parametrize(
    ("text", "verdict", "title"),
    [
        ("https://northstar.example/", "official", "Listed as official"),
        ("northstar.example.evil.test", "lookalike", "Not ours: an imitation of northstar.example"),
        ("someone.test", "unlisted", "Not listed"),
        ("hello there", "unclear", "We cannot read this"),
    ],
)
def test_the_verdict_is_said_in_words_and_by_its_class(page: Page, text: str, verdict: str, title: str):
    _check(page, text)
    expect(page.locator("output .verdict")).to_have_class(f"verdict verdict-{verdict}")
    expect(page.locator("output h2")).to_have_text(title)
    expect(page.locator("output bdi").filter(has_text=text).first).to_be_visible()


def test_reasons_name_the_owner(page: Page):
    _check(page, "https://northstar.example@evil.test/")
    expect(page.locator("[data-reasons] li")).to_have_text(
        "What stands before the @ is there to deceive. The link leads to “evil.test”."
    )


def test_what_is_official_is_marked_in_the_list(page: Page):
    _check(page, "@NorthstarHelp")
    marked = page.locator("[data-entry][aria-current=true]")
    expect(marked).to_have_text(["X: NorthstarHelp", "Telegram: NorthstarHelp"])
    expect(page.locator("[data-text]")).to_have_text("This is our account on X and Telegram.")
    _check(page, "northstar.test")
    expect(marked).to_have_count(0)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("support@northstar.example", "The sender of an email can be forged."),
        ("+65 6000 0100", "The number that a phone shows can be forged."),
    ],
)
def test_what_can_be_forged_is_said_so(page: Page, text: str, note: str):
    _check(page, text)
    expect(page.locator("[data-note]")).to_have_text(note)
    _check(page, "northstar.example")
    expect(page.locator("[data-note]")).to_be_hidden()


def test_a_verdict_does_not_outlive_what_it_is_about(page: Page):
    _check(page, "northstar.example")
    page.locator("input").press_sequentially(".evil.test")
    expect(page.locator("output")).to_be_empty()
    expect(page.locator("[aria-current]")).to_have_count(0)


def test_pasting_judges_at_once_and_keeps_lines_apart(page: Page):
    """A field of one line would make https://northstar.example/evil.test of two lines."""
    page.evaluate("navigator.clipboard.writeText('northstar.example')")
    page.locator("input").press("Control+v")
    expect(page.locator("output h2")).to_have_text("Listed as official")
    page.evaluate("navigator.clipboard.writeText('https://northstar.example/\\nevil.test')")
    page.locator("input").fill("")
    page.locator("input").press("Control+v")
    expect(page.locator("input")).to_have_value("https://northstar.example/ evil.test")
    expect(page.locator("output h2")).to_have_text("We cannot read this")


def test_a_link_can_ask(context: BrowserContext):
    page = context.new_page()
    page.goto("/verify.html?check=https%3A%2F%2Fnorthstar.example%40evil.test%2F")
    expect(page.locator("input")).to_have_value("https://northstar.example@evil.test/")
    expect(page.locator("output .verdict")).to_have_class("verdict verdict-lookalike")
    page.goto("/verify.html?check=northstar.example%2F%0Aevil.test")
    expect(page.locator("output .verdict")).to_have_class("verdict verdict-unclear")


def test_what_is_asked_is_never_markup(context: BrowserContext):
    page = context.new_page()
    problems = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto("/verify.html?check=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E.northstar.test")
    expect(page.locator("output .verdict")).to_be_visible()
    expect(page.locator("output img")).to_have_count(0)
    assert not problems


def test_long_input_is_cut(page: Page):
    _check(page, "https://evil.test/" + "a" * 500)
    shown = page.locator("output .verdict-input bdi").text_content()
    assert len(shown) == 121 and shown.endswith("…")


def test_the_verdict_leads_to_what_is_official_in_the_list(page: Page):
    page.evaluate("document.querySelector('[data-entry]').parentElement.style.marginTop = '3000px'")
    _check(page, "support@northstar.example")
    page.locator("[data-text] a").click()
    expect(page.locator("[data-entry]").nth(1)).to_be_in_viewport()
    _check(page, "suport@northstar.example")
    expect(page.locator("output a")).to_have_count(0)


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
@pytest.mark.parametrize("viewport", [PHONE, {"width": 320, "height": 256}], ids=["phone", "magnified"])
def test_the_verdict_comes_into_sight_and_the_list_does_not(
    chromium: Browser, origin: str, viewport: dict, motion: str
):
    """Else pressing the button would seem to do nothing, or lead past the answer."""
    context = chromium.new_context(base_url=origin, viewport=viewport, reduced_motion=motion)
    page = context.new_page()
    page.goto("/verify.html")
    page.evaluate(
        """() => {
          document.querySelector("form").style.paddingTop = `${innerHeight - 60}px`;
          document.querySelector("[data-entry]").parentElement.style.marginTop = "3000px";
        }"""
    )
    for text in ["https://northstar.example/", "@NorthstarHelp", "someone.test"]:
        page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
        _check(page, text)
        page.wait_for_timeout(800)
        expect(page.locator("output h2")).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") < 1000
    context.close()
