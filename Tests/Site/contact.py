"""The contact page as a reader uses it in a browser; its words come from the page itself, in any language."""

import json
import re

from playwright.sync_api import Locator, Page, Route

LOCALES = ["en", "zh-Hans", "ja", "ar"]


class ContactPage:
    """An opened contact page."""

    def __init__(self, page: Page, locale: str = "en", query: str = ""):
        self.page = page
        # What leads off the site opens nothing in a test.
        page.context.route(re.compile(r"^https://[^/]*northstar\.example/"), _answer_nothing)
        page.goto(f"/{locale}/contact/{query}")
        self.data = json.loads(page.locator("#gp-data").text_content())
        self.texts = self.data["texts"]

    def text(self, key: str, **values: str) -> str:
        """An interface text with its placeholders filled."""
        return re.sub(r"\{(\w+)\}", lambda name: values[name[1]], self.texts[key])

    def topic(self, topic: str) -> Locator:
        return self.page.locator(f"[data-topic={topic}]")

    def choose(self, topic: str):
        self.topic(topic).locator("summary").first.click()

    @property
    def current(self) -> Locator:
        return self.page.locator(".topic.current")

    def field(self, field: str) -> Locator:
        """The control of the chosen topic's checklist."""
        return self.current.locator(f"[data-field={field}] [name={field}]")

    def line(self, field: str) -> Locator:
        return self.current.locator(f"[data-field={field}]")

    def part(self, name: str) -> Locator:
        """A part of the composer."""
        return self.current.locator(f".composer [data-part={name}]")

    @property
    def body(self) -> str:
        return self.part("body").input_value()

    @property
    def subject(self) -> str:
        return self.part("subject").text_content()

    @property
    def channels(self) -> list[str]:
        """The ids of the ranked channels that are shown."""
        return self.current.locator(".way").evaluate_all("ways => ways.map(way => way.dataset.way)")

    def way(self, channel: str) -> Locator:
        return self.current.locator(f".way[data-way={channel}]")

    def use(self, channel: str):
        """Chooses a channel, of all that there are."""
        if not self.way(channel).count():
            self.current.locator("[data-part=all]").click()
        self.way(channel).get_by_role("radio").check()

    def set_option(self, name: str, value: str):
        options = self.current.locator(".options")
        if options.get_attribute("open") is None:
            options.locator("summary").click()
        options.locator(f"[data-option={name}]").select_option(value)

    def paste(self, field: str, text: str):
        """Pastes a text, as from a menu."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.field(field).focus()
        self.page.keyboard.press("Control+V")

    @property
    def copied(self) -> str:
        return self.page.evaluate("navigator.clipboard.readText()")

    @property
    def stored(self) -> str:
        """Everything that the browser keeps for the site."""
        return self.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def _answer_nothing(route: Route):
    route.fulfill(content_type="text/html", body="<!doctype html>")
