"""After the message: sending it to a form's endpoint, and the requests that a reader remembers."""

import json
import shutil
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import servers
from conftest import ROOT
from contact import LOCALES, ContactPage
from servers import Server

SENT = datetime(2026, 11, 23, 10, 0, tzinfo=timezone.utc)  # a Monday


@pytest.fixture
def context(chromium: Browser, served: Server) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=served.url, reduced_motion="reduce", timezone_id="UTC")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _note(contact: ContactPage, reference: str):
    """Opens the channel that is chosen, and notes the request."""
    contact.part("go").evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    contact.part("go").click()
    contact.part("follow").locator("[name=reference]").fill(reference)
    contact.part("follow").locator("button.button").click()


# Requests that are remembered


@pytest.mark.parametrize("locale", LOCALES)
def test_a_request_is_remembered_until_it_is_answered(page: Page, locale: str):
    page.clock.install(time=SENT)
    contact = ContactPage(page, locale, "?topic=deposit-missing&channel=ticket")
    requests = page.locator(".requests")
    expect(requests).to_be_hidden()
    _note(contact, "NS-48213")
    expect(requests).to_contain_text("NS-48213")
    due = requests.locator("[data-part=due]")
    assert contact.texts["followDue"].split("{")[0] in due.text_content() and "10:00" in due.text_content()
    expect(due).not_to_have_class("overdue")
    # Another visit, a day and a minute later.
    page.clock.fast_forward(24 * 3600 * 1000 + 60_000)
    page.reload()
    assert contact.texts["followOverdue"].split("{")[0] in due.text_content()
    expect(due).to_have_class("overdue")
    requests.locator("[data-part=answered]").click()
    expect(requests).to_be_hidden()
    expect(page.locator("#gp-topics")).to_be_focused()
    assert "NS-48213" not in contact.stored


def test_a_request_without_an_answer_leads_to_a_channel_that_was_not_used(page: Page):
    contact = ContactPage(page, query="?topic=deposit-missing&channel=ticket")
    _note(contact, "")
    page.locator(".requests [data-part=next] a").click()
    expect(contact.current).to_have_attribute("data-topic", "deposit-missing")
    chosen = contact.current.locator(".way:has(:checked)")
    assert chosen.get_attribute("data-way") != "ticket"
    name = chosen.locator("[data-part=name]").text_content()
    expect(page.locator(".requests [data-part=next]")).to_contain_text(name)


def test_a_reminder_is_a_calendar_file_at_the_time_when_the_reply_is_due(page: Page):
    page.clock.install(time=SENT)
    contact = ContactPage(page, query="?topic=deposit-missing&channel=ticket")
    _note(contact, "NS-48213")
    with page.expect_download() as download:
        page.locator(".requests [data-part=reminder]").click()
    assert download.value.suggested_filename.endswith(".ics")
    text = download.value.path().read_text("utf-8")
    assert "DTSTART:20261124T100000Z" in text and "NS-48213" in text


def test_a_request_appears_in_other_tabs(page: Page, context: BrowserContext):
    contact = ContactPage(page, query="?topic=deposit-missing&channel=ticket")
    other = ContactPage(context.new_page())
    _note(contact, "NS-1")
    expect(other.page.locator(".requests")).to_contain_text("NS-1")


def test_a_reference_holds_no_secret_either(page: Page):
    contact = ContactPage(page, query="?topic=deposit-missing&channel=ticket")
    _note(contact, "password: Hunter2!x")
    assert "Hunter2" not in contact.stored
    assert "Hunter2" not in page.locator("main").inner_text()


def test_what_belongs_to_a_request_stays_with_its_topic(page: Page):
    contact = ContactPage(page, query="?topic=deposit-missing&channel=ticket")
    _note(contact, "NS-1")
    saved = page.locator(".composer [data-part=saved]")
    expect(saved).to_be_focused()
    # One note, however often.
    _note(contact, "NS-2")
    expect(saved).to_have_count(1)
    contact.part("go").click()
    expect(page.locator("#gp-announce")).to_have_text(contact.part("follow").locator("h4").text_content())
    # A number that is not noted yet is neither lost nor taken for another topic's.
    contact.part("follow").locator("[name=reference]").fill("NS-3")
    contact.part("go").click()
    expect(contact.part("follow").locator("[name=reference]")).to_have_value("NS-3")
    page.locator("[data-part=change] button").click()
    contact.choose("history-missing")
    expect(contact.part("body")).to_be_visible()
    expect(contact.part("follow")).to_be_hidden()
    expect(saved).to_have_count(0)
    _note(contact, "")
    contact.use("email")
    expect(saved).to_have_count(0)
    topics = page.evaluate("JSON.parse(localStorage['guidepost-requests']).map(({topic, reference}) => [topic, reference])")
    assert topics == [["history-missing", ""], ["deposit-missing", "NS-2"], ["deposit-missing", "NS-1"]]


def test_a_browser_that_keeps_nothing_is_told_of(page: Page):
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('', 'SecurityError') } })")
    contact = ContactPage(page, query="?topic=deposit-missing&channel=ticket")
    contact.field("asset").fill("USDT")
    assert "USDT" in contact.body
    _note(contact, "NS-48213")
    expect(contact.part("unavailable")).to_be_visible()
    expect(page.locator(".requests")).to_be_hidden()


# Sending


class Endpoint(BaseHTTPRequestHandler):
    """A form's receiver on another origin; what it answers is set by each test."""

    status, answer, delay, origin = 200, {}, 0.0, "*"
    received: list[dict] = []

    def do_OPTIONS(self):
        self._head(204)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(Endpoint.delay)
        Endpoint.received.append(json.loads(body))
        self._head(Endpoint.status)
        self.wfile.write(json.dumps(Endpoint.answer).encode())

    def _head(self, status: int):
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", Endpoint.origin if self.command == "POST" else "*")
        self.send_header("Access-Control-Allow-Headers", "content-type")
        self.send_header("Content-Type", "application/json")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def form(build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The address of the demo with a feedback form that is received here."""
    folder = tmp_path_factory.mktemp("form")
    sources = shutil.copytree(ROOT / "Content", folder / "Content")
    receiver = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    settings = (sources / "contact.yml").read_text("utf-8")
    endpoint = "https://northstar.example/api/feedback"
    assert endpoint in settings
    settings = settings.replace(endpoint, f"http://127.0.0.1:{receiver.server_port}/feedback")
    (sources / "contact.yml").write_text(settings, "utf-8")
    site = build(folder / "Output", content=sources)
    with servers.python(site.root, folder, servers.free_port()) as server:
        yield server
    receiver.shutdown()


@pytest.fixture
def feedback(chromium: Browser, form: Server, request: pytest.FixtureRequest) -> Iterator[ContactPage]:
    """The form, filled in."""
    Endpoint.status, Endpoint.answer, Endpoint.delay, Endpoint.received = 200, {}, 0.0, []
    Endpoint.origin = "*"
    context = chromium.new_context(base_url=form.url, reduced_motion="reduce")
    locale = getattr(request, "param", "en")
    contact = ContactPage(context.new_page(), locale, "?topic=feedback&channel=feedback")
    contact.field("description").fill("A typo in “recieve”.")
    yield contact
    context.close()


@pytest.mark.parametrize("feedback", LOCALES, indirect=True)
def test_a_message_is_sent_when_the_button_is_pressed(feedback: ContactPage):
    Endpoint.answer = {"reference": "F-<b>7"}
    send = feedback.part("send")
    expect(send).to_have_text(feedback.texts["sendMessage"])
    assert Endpoint.received == []
    send.click()
    outcome = feedback.part("outcome")
    expect(outcome).to_contain_text(feedback.texts["sentTitle"])
    expect(outcome.locator("bdi")).to_have_text("F-<b>7")
    expect(send).to_be_hidden()
    expect(feedback.part("follow").locator("[name=reference]")).to_have_value("F-<b>7")
    [payload] = Endpoint.received
    assert set(payload) == {"id", "sentAt", "site", "locale", "topic", "channel", "subject", "message", "fields"}
    assert payload["message"] == feedback.body and payload["subject"] == feedback.subject
    assert payload["fields"] == {"description": "A typo in “recieve”."}
    # The button is gone; the keyboard's place is not.
    expect(outcome).to_be_focused()
    assert payload["locale"] == feedback.data["locale"] and payload["channel"] == "feedback"


def test_a_message_that_has_arrived_is_no_draft(feedback: ContactPage):
    feedback.part("send").click()
    expect(feedback.part("outcome")).to_contain_text(feedback.texts["sentTitle"])
    feedback.page.reload()
    expect(feedback.field("description")).to_have_value("")
    assert "recieve" not in feedback.page.evaluate("JSON.stringify({ ...sessionStorage })")


def test_a_form_is_written_to_on_the_page_itself(feedback: ContactPage):
    write = feedback.page.locator("#channel-feedback").get_by_role("link", name="Write to us")
    assert write.get_attribute("href") == "#gp-topics"


def test_a_message_is_on_its_way_once(feedback: ContactPage):
    Endpoint.delay = 0.5
    send = feedback.part("send")
    send.click()
    expect(send).to_have_text(feedback.texts["sending"])
    send.dispatch_event("click")
    expect(feedback.part("outcome")).to_contain_text(feedback.texts["sentTitle"])
    assert len(Endpoint.received) == 1


def test_a_message_has_arrived_although_the_reader_goes_on_writing(feedback: ContactPage):
    Endpoint.delay, Endpoint.answer = 0.5, {"reference": "F-7"}
    feedback.part("send").click()
    field = feedback.field("description")
    field.press_sequentially(" And another")
    outcome = feedback.part("outcome")
    expect(outcome).to_contain_text(feedback.texts["sentTitle"])
    expect(field).to_be_focused()
    expect(feedback.part("follow").locator("[name=reference]")).to_have_value("F-7")
    # What was added has not been sent; the outcome stands until the reader goes on.
    assert "And another" in feedback.body and "And another" not in Endpoint.received[0]["message"]
    expect(feedback.part("send")).to_have_text(feedback.texts["sendMessage"])
    field.press_sequentially(" one")
    expect(outcome).to_be_empty()
    feedback.part("send").click()
    expect(outcome).to_contain_text(feedback.texts["sentTitle"])
    assert "And another one" in Endpoint.received[1]["message"]
    assert Endpoint.received[0]["id"] != Endpoint.received[1]["id"]


def test_a_failed_message_that_has_changed_is_another_one(feedback: ContactPage):
    Endpoint.delay, Endpoint.status = 0.5, 503
    feedback.part("send").click()
    feedback.field("description").press_sequentially(" More.")
    expect(feedback.part("outcome")).to_have_text(feedback.text("failedServer", status="503"))
    Endpoint.status = 200
    feedback.part("send").click()
    expect(feedback.part("outcome")).to_contain_text(feedback.texts["sentTitle"])
    assert Endpoint.received[0]["id"] != Endpoint.received[1]["id"]


def test_an_answer_that_cannot_be_read_is_no_refusal(feedback: ContactPage):
    Endpoint.origin = "https://elsewhere.example"
    feedback.part("send").click()
    expect(feedback.part("outcome")).to_have_text(feedback.texts["failedTimeout"])
    assert len(Endpoint.received) == 1


def test_a_reference_takes_the_place_of_a_secret(feedback: ContactPage):
    Endpoint.delay, Endpoint.answer, Endpoint.status = 0.0, {"reference": "F-7"}, 200
    feedback.part("copy").click()
    feedback.part("send").click()
    expect(feedback.part("outcome")).to_contain_text(feedback.texts["sentTitle"])
    reference = feedback.part("follow").locator("[name=reference]")
    reference.press_sequentially(" password: Hunter2!x")
    expect(feedback.part("blocked")).to_be_visible()
    feedback.use("community")
    expect(feedback.part("blocked")).to_be_hidden()


def test_a_message_that_failed_is_kept_and_counts_once(feedback: ContactPage):
    Endpoint.status = 503
    text = feedback.body
    feedback.part("send").click()
    problem = feedback.part("outcome").locator(".problem")
    expect(problem).to_have_text(feedback.text("failedServer", status="503"))
    assert feedback.body == text
    Endpoint.status = 200
    expect(feedback.part("send")).to_have_text(feedback.texts["tryAgain"])
    feedback.part("send").click()
    expect(feedback.part("outcome")).to_contain_text(feedback.texts["sentTitle"])
    first, second = Endpoint.received
    assert first["id"] == second["id"]
    # Another message is another one.
    feedback.field("description").fill("And another thing.")
    expect(feedback.part("send")).to_have_text(feedback.texts["sendMessage"])
    feedback.part("send").click()
    expect(feedback.part("send")).to_be_hidden()
    assert Endpoint.received[2]["id"] != first["id"]


def test_without_a_connection_the_reader_is_told(feedback: ContactPage):
    feedback.page.context.set_offline(True)
    feedback.part("send").click()
    expect(feedback.part("outcome")).to_have_text(feedback.texts["failedOffline"])


def test_a_message_with_a_secret_is_not_sent(feedback: ContactPage):
    field = feedback.field("description")
    field.press_sequentially(" password: Hunter2!x")
    feedback.part("send").dispatch_event("click")
    expect(field).to_be_focused()
    assert Endpoint.received == []
