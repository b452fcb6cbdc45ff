"""The ways to reach support about a topic: they change when the reader wants something else, not by themselves."""

import re
from collections.abc import Iterator
from datetime import datetime, timezone

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from browser import DESKTOP
from contact import ContactPage
from servers import Server

# A Monday, two minutes before the phone line in London closes.
EVENING = datetime(2026, 11, 23, 17, 58, 10, tzinfo=timezone.utc)


@pytest.fixture
def context(chromium: Browser, served: Server) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        base_url=served.url, viewport=DESKTOP, reduced_motion="reduce", timezone_id="Europe/London")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _change_data(page: Page, change: str):
    """Serves contact pages whose data a regular expression has changed."""
    pattern, replacement = change.split(" -> ")

    def serve(route: Route):
        response = route.fetch()
        text, count = re.subn(pattern, replacement, response.text())
        assert count
        route.fulfill(response=response, body=text)

    page.route("**/contact/?*", serve)


def test_nothing_moves_because_time_goes_by(page: Page):
    page.clock.install(time=EVENING)
    contact = ContactPage(page, query="?topic=account-stolen&medium=voice&open=1")
    phone = contact.way("phone-europe")
    expect(phone.get_by_role("radio")).to_be_checked()
    ways, label = contact.channels, contact.part("go").text_content()
    page.clock.run_for(180_000)
    # It says that it is closed, and stays where it is.
    expect(phone.locator("[data-part=status]")).not_to_have_class(re.compile("open"))
    expect(phone.get_by_role("radio")).to_be_checked()
    assert contact.channels == ways
    expect(contact.part("go")).to_have_text(label)
    # Other wishes lead to another order.
    contact.set_option("language", "zh-Hans")
    expect(contact.current.locator(".way:has(:checked)")).not_to_have_attribute("data-way", "phone-europe")


def test_what_wishes_lead_to_is_announced(page: Page):
    contact = ContactPage(page, query="?topic=deposit-missing")
    contact.set_option("medium", "voice")
    first = contact.current.locator(".way").first.locator("[data-part=name]").text_content()
    announced = page.locator("#gp-announce")
    expect(announced).to_contain_text(first)
    recommended = contact.current.locator(".way [data-part=best]").first.text_content()
    contact.set_option("medium", "any")
    expect(announced).to_contain_text(recommended)
    contact.set_option("medium", "in-person")
    none = contact.current.locator("[data-part=none]")
    if none.is_visible():
        expect(announced).to_contain_text(none.text_content())


def test_a_way_that_was_chosen_stays_in_sight(page: Page):
    query = "?topic=deposit-missing"
    contact = ContactPage(page, query=query)
    contact.current.locator("[data-part=all]").click()
    fifth = contact.channels[5]
    contact = ContactPage(page, query=f"{query}&channel={fifth}")
    contact.way(fifth).get_by_role("radio").focus()
    page.keyboard.press("ArrowUp")
    expect(contact.way(fifth).get_by_role("radio")).not_to_be_checked()
    expect(contact.way(fifth)).to_be_visible()


def test_the_address_names_no_channel_that_another_topic_does_not_have(page: Page):
    contact = ContactPage(page, query="?topic=deposit-missing&channel=feedback")
    expect(contact.current.locator(".way :checked")).to_have_count(1)
    assert "feedback" not in contact.channels
    expect(page).not_to_have_url(re.compile("channel="))


def test_a_topic_without_a_channel_has_a_message_to_copy(page: Page):
    _change_data(page, '"topics":(null|\\[[^]{]*\\]) -> "topics":["feedback"]')
    contact = ContactPage(page, query="?topic=deposit-missing")
    expect(contact.part("body")).to_be_visible()
    expect(contact.part("copy")).to_have_class(re.compile("strong"))
    for name in ("go", "send", "follow"):
        expect(contact.part(name)).to_be_hidden()
    contact.part("copy").click()
    expect(contact.part("follow")).to_be_hidden()


def test_a_zone_that_the_browser_does_not_know_costs_its_channel_the_clock_only(page: Page):
    _change_data(page, "Europe.London -> Europe/Londinium")
    contact = ContactPage(page, query="?topic=account-stolen&channel=phone-europe")
    expect(contact.part("go")).to_have_attribute("href", re.compile("^tel:"))
    card = page.locator("#channel-phone-europe")
    expect(card.locator("[data-part=status]")).to_be_hidden()
    expect(page.locator("#channel-phone-asia-pacific [data-part=status]")).to_be_visible()
