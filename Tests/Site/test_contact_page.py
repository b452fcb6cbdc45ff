"""The contact page: complete without JavaScript; with it, choosing a topic, narrowing down channels, coming back."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import DESKTOP, PHONE, Watch
from contact import LOCALES, ContactPage
from content import Content
from servers import Server

URGENT, USUAL = "account-stolen", "deposit-missing"


@pytest.fixture
def context(chromium: Browser, served: Server) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=served.url, viewport=DESKTOP, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


# Without JavaScript


@pytest.mark.parametrize("locale", LOCALES)
def test_without_scripts_topics_checklists_and_channels_are_there(chromium: Browser, served: Server, locale: str):
    context = chromium.new_context(base_url=served.url, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"/{locale}/contact/#topic-{USUAL}")
    data = json.loads(page.locator("#gp-data").text_content())
    topic = next(topic for topic in data["topics"] if topic["id"] == USUAL)
    body = page.locator(f"#topic-{USUAL}")
    # A link to a topic opens it.
    expect(body).to_be_visible()
    for field in topic["fields"]:
        expect(body.locator(f"[data-field={field['id']}]")).to_contain_text(data["fields"][field["id"]]["label"])
    for article in topic["articles"]:
        expect(body.locator(".answers")).to_contain_text(article["title"])
    expect(body.locator(".way-list a").first).to_be_visible()
    for channel in data["channels"]:
        card = page.locator(f"#channel-{channel['id']}")
        expect(card.locator("h3")).to_have_text(channel["name"])
        if channel["action"]["type"] == "form":
            expect(card.locator("noscript")).to_be_attached()
        else:
            assert card.locator(".text-link, .address").first.is_visible()
    # What only scripts can do is not promised; the search field above works without them.
    assert page.locator("main").locator("input:visible, select:visible, button:visible").count() == 0
    context.close()


# Choosing a topic


@pytest.mark.parametrize("locale", LOCALES)
def test_a_chosen_topic_is_the_subject_of_the_page_until_another_one_is_wanted(page: Page, locale: str):
    contact = ContactPage(page, locale)
    contact.choose(USUAL)
    expect(contact.topic(URGENT)).to_be_hidden()
    expect(contact.topic(USUAL).locator("summary").first).to_be_focused()
    expect(page).to_have_url(re.compile(f"[?&]topic={USUAL}"))
    expect(contact.part("body")).to_be_visible()
    page.locator("[data-part=change] button").click()
    for topic in contact.data["topics"]:
        expect(contact.topic(topic["id"])).to_be_visible()
        expect(contact.topic(topic["id"])).not_to_have_attribute("open", "")
    expect(page.locator("#gp-topics")).to_be_focused()
    assert "topic=" not in page.url


def test_closing_the_chosen_topic_shows_the_others_again(page: Page):
    contact = ContactPage(page)
    contact.choose(USUAL)
    contact.choose(USUAL)
    expect(contact.topic(URGENT)).to_be_visible()


def test_the_urgent_strip_leads_to_the_topic_even_from_another_one(page: Page):
    contact = ContactPage(page, query=f"?topic={USUAL}")
    page.locator(f".urgent a[href='#topic-{URGENT}']").click()
    expect(contact.topic(URGENT).locator("summary").first).to_be_focused()
    expect(contact.topic(USUAL)).to_be_hidden()
    # What to do first, then how to reach somebody; the checklist can wait.
    parts = contact.topic(URGENT).locator(".topic-body > div").evaluate_all("all => all.map(part => part.className)")
    assert [part.split()[0] for part in parts] == ["callout", "ways", "answers", "checklist", "composer"]


def test_a_link_opens_the_page_in_the_state_that_it_names(page: Page):
    choices = "language=zh-Hans&medium=voice&urgency=low&open=1&channel=ticket"
    contact = ContactPage(page, query=f"?topic=order-failed&{choices}")
    expect(contact.current).to_have_attribute("data-topic", "order-failed")
    options = contact.current.locator(".options")
    expect(options).to_have_attribute("open", "")
    for name, value in {"language": "zh-Hans", "medium": "voice", "urgency": "low", "complexity": "simple"}.items():
        expect(options.locator(f"[data-option={name}]")).to_have_value(value)
    expect(options.locator("[data-option=open]")).to_be_checked()
    expect(contact.way("ticket").get_by_role("radio")).to_be_checked()


def test_going_back_leads_to_the_topic_before_and_to_the_list(page: Page):
    contact = ContactPage(page)
    contact.choose(USUAL)
    contact.set_option("language", "ko")
    page.locator(f".urgent a[href='#topic-{URGENT}']").click()
    expect(contact.current).to_have_attribute("data-topic", URGENT)
    page.go_back()
    expect(contact.current).to_have_attribute("data-topic", USUAL)
    expect(contact.topic(USUAL).locator("summary").first).to_be_focused()
    expect(contact.part("body")).to_be_visible()
    # An option is no step of its own.
    page.go_back()
    for topic in contact.data["topics"]:
        expect(contact.topic(topic["id"])).to_be_visible()
    expect(page).to_have_url(re.compile(r"/en/contact/$"))
    page.go_forward()
    expect(contact.current).to_have_attribute("data-topic", USUAL)
    expect(contact.current.locator("[data-option=language]")).to_have_value("ko")


def test_a_link_to_a_part_of_the_page_leaves_the_topic_as_it_is(page: Page):
    contact = ContactPage(page, query=f"?topic={USUAL}")
    page.evaluate("location.hash = 'gp-channels'")
    expect(contact.current).to_have_attribute("data-topic", USUAL)
    page.evaluate(f"location.hash = 'topic-{URGENT}'")
    expect(contact.current).to_have_attribute("data-topic", URGENT)
    expect(page).to_have_url(re.compile(f"topic={URGENT}$"))


def test_another_language_goes_on_with_the_topic(page: Page):
    contact = ContactPage(page, query="?q=hacked")
    contact.choose(URGENT)
    contact.set_option("language", "ko")
    page.locator(".language-menu summary").click()
    page.locator(".language-menu a[hreflang=ja]").click()
    expect(page).to_have_url(re.compile("/ja/contact/"))
    expect(contact.current).to_have_attribute("data-topic", URGENT)
    expect(contact.current.locator("[data-option=language]")).to_have_value("ko")
    expect(page.locator("[data-part=searched]")).to_contain_text("hacked")


NONSENSE = ["?topic=<img src=x>&language=xx&medium=no&open=2&channel=../", "#topic-none", "?topic="]


@pytest.mark.parametrize("query", NONSENSE)
def test_a_link_with_nonsense_opens_the_page_as_it_is(context: BrowserContext, served: Server, query: str):
    watch = Watch(context, served.url)
    contact = ContactPage(context.new_page(), query=query)
    assert contact.current.count() == 0
    expect(contact.topic(USUAL)).to_be_visible()
    assert watch.problems == []


# Channels


@pytest.mark.parametrize("locale", LOCALES)
def test_options_rank_anew_and_stay_in_the_address(page: Page, locale: str):
    contact = ContactPage(page, locale, f"?topic={USUAL}")
    by_id = {channel["id"]: channel for channel in contact.data["channels"]}
    assert locale in by_id[contact.channels[0]]["languages"]
    contact.set_option("language", "ko")
    assert "ko" in by_id[contact.channels[0]]["languages"]
    contact.set_option("medium", "voice")
    assert by_id[contact.channels[0]]["medium"] == "voice"
    expect(contact.way(contact.channels[0])).to_contain_text(contact.texts["reasonMedium"])
    page.reload()
    assert "language=ko" in page.url and "medium=voice" in page.url
    assert by_id[contact.channels[0]]["medium"] == "voice"
    contact.set_option("medium", "any")
    assert "medium" not in page.url


def test_only_one_way_is_recommended_and_all_are_a_button_away(page: Page):
    contact = ContactPage(page, query=f"?topic={USUAL}")
    assert len(contact.channels) == 4
    expect(contact.current.locator(".way [data-part=best]:visible")).to_have_count(1)
    contact.current.locator("[data-part=all]").click()
    assert len(contact.channels) > 4
    expect(contact.current.locator(".way").nth(4).get_by_role("radio")).to_be_focused()


def test_where_nothing_fits_the_closest_comes_first_and_nothing_is_recommended(page: Page):
    # A Sunday, on which nobody answers the phone.
    page.clock.install(time=datetime(2026, 11, 22, 12, 0, tzinfo=timezone.utc))
    contact = ContactPage(page, query=f"?topic={USUAL}&medium=voice&open=1")
    expect(contact.current.locator(".ranked [data-part=none]")).to_be_visible()
    expect(contact.current.locator(".way [data-part=best]:visible")).to_have_count(0)
    contact.current.locator("[data-option=open]").uncheck()
    expect(contact.current.locator(".ranked [data-part=none]")).to_be_hidden()
    assert contact.channels[0].startswith("phone")


def test_what_is_open_follows_the_clock(page: Page):
    # A Monday in London, one minute before the phone line opens.
    page.clock.install(time=datetime(2026, 11, 23, 7, 59, 30, tzinfo=timezone.utc))
    contact = ContactPage(page, query=f"?topic={URGENT}")
    status = page.locator("#channel-phone-europe > .status")
    expect(status).not_to_have_class("status open")
    expect(status).to_have_text(contact.text("opensAt", relative="in 1 minute", time="today 08:00"))
    page.clock.run_for(31_000)
    expect(status).to_have_class("status open")
    expect(status).to_have_text(contact.text("openUntil", time="today 18:00"))
    # What says nothing about hours claims nothing.
    expect(page.locator("#channel-youtube > .status")).to_be_hidden()


@pytest.mark.parametrize("locale", LOCALES)
def test_hours_are_shown_in_the_readers_time_where_it_differs(chromium: Browser, served: Server, locale: str):
    context = chromium.new_context(base_url=served.url, timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.clock.install(time=datetime(2026, 11, 23, 3, 0, tzinfo=timezone.utc))
    ContactPage(page, locale)
    local = page.locator("#channel-help-desk [data-part=local]")
    local.locator("summary").click()
    # Tuesdays and Thursdays from 10 to 16 in London.
    times = local.locator("li span:last-child").all_text_contents()
    assert [re.findall(r"\d\d:\d\d", time) for time in times] == [["19:00", "24:00"], ["00:00", "01:00"]] * 2
    expect(page.locator("#channel-line [data-part=local]")).to_be_hidden()
    context.close()


def test_addresses_are_copied_by_a_button(chromium: Browser, served: Server):
    context = chromium.new_context(base_url=served.url, permissions=["clipboard-read", "clipboard-write"])
    contact = ContactPage(context.new_page())
    button = contact.page.locator("#channel-email [data-copy]")
    button.click()
    assert contact.copied == "support@northstar.example"
    expect(button).to_contain_text(contact.texts["copied"])
    expect(contact.page.locator("#gp-announce")).to_have_text(contact.texts["copied"])
    expect(button).to_be_focused()
    context.close()


# Where readers come from


@pytest.mark.parametrize("locale", ["en", "zh-Hans"])
def test_an_article_that_led_here_counts_as_read(page: Page, content: Content, locale: str):
    permalink = content.page(f"{locale}/deposits-withdrawals/missing-deposit.md").permalink
    contact = ContactPage(page, locale, f"?topic={USUAL}&from={permalink}")
    article = next(topic for topic in contact.data["topics"] if topic["id"] == USUAL)["articles"][0]
    expect(page.locator("[data-part=from]")).to_have_text(contact.text("fromArticle", title=article["title"]))
    expect(contact.current.locator(".answers li").first).to_contain_text(contact.texts["answersTried"])
    assert contact.texts["messageRead"] in contact.body and permalink in unquote(contact.body)


@pytest.mark.parametrize("locale, query", [("en", "my account was hacked"), ("zh-Hans", "账户被盗了怎么办")])
def test_a_search_that_led_here_names_likely_topics_and_goes_along(page: Page, locale: str, query: str):
    contact = ContactPage(page, locale, f"?q={query}")
    expect(page.locator("[data-part=searched]")).to_have_text(contact.text("fromSearch", query=query))
    page.locator("[data-part=likely] button").first.click()
    expect(contact.topic(URGENT)).to_have_class("topic current")
    assert query in contact.body


def test_what_a_link_says_is_text_and_never_a_secret(context: BrowserContext, served: Server):
    watch, page = Watch(context, served.url), context.new_page()
    query = "<img src=x onerror=alert(1)> my password is Hunter2!x"
    contact = ContactPage(page, query=f"?topic={USUAL}&q={query}&from=//evil.test/")
    expect(page.locator("[data-part=searched]")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("[data-part=from]")).to_be_hidden()
    assert "Hunter2" not in page.locator("main").inner_text() and "Hunter2" not in contact.body
    assert page.locator("main img").count() == 0
    assert watch.problems == []


def test_a_secret_in_a_link_is_gone_from_the_address_and_from_links_that_are_made_of_it(page: Page):
    contact = ContactPage(page, query=f"?topic={USUAL}&channel=ticket&q=my password is Hunter2!x")
    for address in (page.url, *page.locator(".language-menu a").evaluate_all("links => links.map(link => link.href)")):
        assert "Hunter2" not in unquote(address) and f"topic={USUAL}" in address
    long = ContactPage(page, query=f"?topic={USUAL}&q={'how long ' * 250} my password is Hunter2!x")
    assert "Hunter2" not in unquote(page.url) and "Hunter2" not in long.body
    contact.part("go").evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    contact.part("go").click()
    contact.part("follow").locator("button.button").click()
    following = page.locator(".requests [data-part=next] a").get_attribute("href")
    assert f"topic={USUAL}" in following and "q=" not in following


def test_summaries_hold_what_summaries_may_hold(page: Page):
    """Text and headings; a heading may stand in nothing that holds text alone."""
    ContactPage(page)
    assert page.locator("summary h3").count() > 0
    assert page.locator("summary :is(h2, h3, h4):not(summary > *)").count() == 0
    assert page.locator("summary :is(p, div, ul, ol)").count() == 0


# Anyone, anywhere


def test_the_page_can_be_used_by_keyboard_alone(page: Page):
    contact = ContactPage(page)
    contact.topic("feedback").locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(contact.field("description")).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if contact.field("description").evaluate("field => field === document.activeElement"):
            break
    page.keyboard.type("The word “recieve” is misspelt.")
    assert "recieve" in contact.body
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    first = contact.channels[0]
    page.keyboard.press("ArrowDown")
    expect(contact.way(contact.channels[1]).get_by_role("radio")).to_be_checked()
    assert contact.channels[0] == first


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_state_is_accessible_and_fits(context: BrowserContext, served: Server, locale: str, width: int):
    watch, page = Watch(context, served.url), context.new_page()
    page.set_viewport_size({"width": width, "height": 780})
    contact = ContactPage(page, locale, f"?topic={URGENT}&language=ko&q=<b>")
    contact.field("description").fill("password: Hunter2!x")
    expect(contact.line("description").locator(".problem")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        violations = Axe().run(page).response["violations"]
        assert [(violation["id"], violation["nodes"][0]["html"]) for violation in violations] == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert watch.problems == []


def test_what_readers_touch_is_large_enough_on_phones(page: Page):
    page.set_viewport_size(PHONE)
    ContactPage(page, query=f"?topic={USUAL}&language=ko")
    small = page.evaluate(
        """() => [...document.querySelectorAll("main :is(a, summary, button, select, input, textarea)")]
            .filter(element => element.getClientRects().length && !element.closest("p, .check, .way"))
            .filter(element => element.getBoundingClientRect().height < 43.5)
            .map(element => element.outerHTML.slice(0, 100))""")
    assert small == []


def test_on_paper_every_topic_is_open_or_the_chosen_one_alone(page: Page):
    contact = ContactPage(page)
    page.emulate_media(media="print")
    body = page.locator(f"#topic-{URGENT}")
    assert body.evaluate("body => body.checkVisibility({ contentVisibilityAuto: true })")
    page.emulate_media(media="screen")
    contact.choose(USUAL)
    page.emulate_media(media="print")
    expect(body).to_be_hidden()
    expect(contact.current.locator("ol.way-list")).to_be_visible()
    expect(page.locator("#channel-ticket")).to_be_visible()
    expect(contact.part("body")).to_be_hidden()
