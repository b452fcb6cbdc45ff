"""The message that the contact page composes: what is in it, where it goes, and what it refuses to hold."""

from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import DESKTOP
from contact import LOCALES, ContactPage
from servers import Server

TOPIC = "deposit-missing"
PLACE = "guidepost-draft /"  # where the browser keeps the draft of a site at the root of its host
KEY = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"
PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"


@pytest.fixture
def context(chromium: Browser, served: Server) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        base_url=served.url, viewport=DESKTOP, reduced_motion="reduce", timezone_id="Asia/Seoul",
        permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


# The checklist


@pytest.mark.parametrize("locale", LOCALES)
def test_the_message_follows_the_checklist(page: Page, locale: str):
    contact = ContactPage(page, locale, f"?topic={TOPIC}")
    topic = next(topic for topic in contact.data["topics"] if topic["id"] == TOPIC)
    required = [field["id"] for field in topic["fields"] if not field["optional"]]
    labels = {field: contact.data["fields"][field]["label"] for field in required}
    for label in labels.values():
        expect(contact.part("missing-fields")).to_contain_text(label)
    contact.field("amount").fill("250.00")
    contact.field("asset").fill("USDT")
    contact.field("time").fill("2026-11-20T18:30")
    contact.field("network").select_option(index=3)
    contact.line("transaction-id").locator("[data-unknown]").check()
    contact.field("user-id").fill("48201973")
    contact.field("screenshot").check()
    expect(contact.part("missing")).to_be_hidden()
    assert "250.00 USDT" in contact.subject
    for text in (labels["asset"], "48201973", "2026-11-20 09:30 UTC", "(Asia/Seoul)",
                 contact.texts["messageNotKnown"], contact.texts["messageAttached"]):
        assert text in contact.body
    # What the team reads stands beside the reader's words.
    assert contact.data["fields"]["network"]["options"][2]["team"] in contact.body


def test_what_is_known_after_all_is_no_longer_unknown(page: Page):
    contact = ContactPage(page, query=f"?topic={TOPIC}")
    box = contact.line("asset").locator("[data-unknown]")
    box.check()
    contact.field("asset").fill("USDT")
    expect(box).not_to_be_checked()
    assert "USDT" in contact.body


def test_what_two_topics_ask_for_is_entered_once(page: Page):
    contact = ContactPage(page, query=f"?topic={TOPIC}")
    contact.field("amount").fill("250.00")
    page.locator("[data-part=change] button").click()
    contact.choose("wrong-network")
    expect(contact.field("amount")).to_have_value("250.00")
    assert "250.00" in contact.body


def test_every_control_has_its_label_and_help(page: Page):
    contact = ContactPage(page)
    for topic in contact.data["topics"]:
        contact.choose(topic["id"])
        for field in topic["fields"]:
            texts = contact.data["fields"][field["id"]]
            control = contact.field(field["id"])
            labels = control.evaluate("field => [...field.labels].map(label => label.textContent).join()")
            assert texts["label"] in labels
            if texts["help"]:
                expect(control).to_have_accessible_description(texts["help"])
        page.locator("[data-part=change] button").click()


def test_nothing_happens_in_the_middle_of_a_composition(page: Page):
    """Input methods show what is not yet written; taking it for text would disturb them."""
    contact = ContactPage(page, "ja", "?topic=feedback")
    field = contact.field("description")
    field.focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "ぱすわーど", "selectionStart": 5, "selectionEnd": 5})
    assert "ぱすわーど" not in contact.body
    session.send("Input.insertText", {"text": "誤字"})
    expect(contact.part("body")).to_have_value(contact.body)
    assert "誤字" in contact.body


# Where it goes


def test_a_ticket_opens_with_the_message_and_an_email_too(page: Page):
    contact = ContactPage(page, query=f"?topic={TOPIC}&channel=ticket")
    contact.field("asset").fill("USDT & more? #1")
    query = parse_qs(urlsplit(contact.part("go").get_attribute("href")).query)
    assert query["subject"] == [contact.subject] and query["description"] == [contact.body]
    assert query["topic"] == [TOPIC] and query["lang"] == ["en"]
    contact.use("email")
    address = urlsplit(contact.part("go").get_attribute("href"))
    assert address.scheme == "mailto" and address.path == "support@northstar.example"
    assert parse_qs(address.query)["body"] == [contact.body.replace("\n", "\r\n")]
    expect(contact.part("go")).to_have_text(contact.texts["openEmail"])


@pytest.mark.parametrize("locale", LOCALES)
def test_a_message_too_long_for_an_email_link_is_copied_whole(page: Page, locale: str):
    contact = ContactPage(page, locale, "?topic=something-else&channel=email")
    contact.field("description").fill("長い話です。" * 200)
    expect(contact.part("cut")).to_have_text(contact.texts["mailtoCut"])
    link = contact.part("go")
    assert len(link.get_attribute("href")) <= 2000 and "\ufffd" not in unquote(link.get_attribute("href"))
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.click()
    assert contact.copied == f"{contact.subject}\n\n{contact.body}"


def test_a_chat_opens_with_the_message_on_the_clipboard(page: Page):
    contact = ContactPage(page, query=f"?topic={TOPIC}&channel=chat")
    contact.field("asset").fill("USDT")
    with page.context.expect_page() as opened:
        contact.part("go").click()
    assert opened.value.evaluate("window.opener") is None
    opened.value.close()
    assert contact.copied == f"{contact.subject}\n\n{contact.body}"
    expect(contact.part("follow")).to_be_visible()


def test_a_phone_line_is_called_and_a_public_place_gets_nothing_private(page: Page):
    contact = ContactPage(page, query="?topic=order-failed&channel=phone-europe")
    expect(contact.part("go")).to_have_attribute("href", "tel:+442079460100")
    expect(contact.part("call")).to_be_visible()
    contact.field("order-number").fill("A-77-1")
    assert "A-77-1" in contact.body
    contact.use("x")
    assert "A-77-1" not in contact.body and "A-77-1" not in contact.subject
    expect(contact.part("public")).to_be_visible()


def test_copying_says_so_and_says_when_it_fails(page: Page):
    contact = ContactPage(page, query=f"?topic={TOPIC}")
    contact.part("copy").click()
    expect(contact.part("copy")).to_have_text(contact.texts["copied"])
    assert contact.copied == f"{contact.subject}\n\n{contact.body}"
    expect(page.locator("#gp-announce")).to_have_text(contact.texts["copied"])
    page.evaluate("document.execCommand = () => false")
    contact.part("copy").click()
    expect(page.locator("#gp-announce")).to_have_text(contact.texts["copyFailed"])


# Secrets


@pytest.mark.parametrize("locale", LOCALES)
def test_a_secret_is_shown_as_a_problem_and_goes_nowhere(page: Page, locale: str):
    contact = ContactPage(page, locale, "?topic=something-else&channel=ticket")
    field = contact.field("description")
    field.focus()
    page.keyboard.type(PHRASE)
    problem = contact.line("description").locator(".problem")
    expect(problem).to_contain_text(contact.text("guardText", secret=contact.texts["secretSeedPhrase"]))
    expect(field).to_have_attribute("aria-invalid", "true")
    assert problem.get_attribute("id") in field.get_attribute("aria-describedby")
    expect(page.locator("#gp-announce")).to_contain_text(contact.texts["secretSeedPhrase"])
    expect(contact.part("blocked")).to_be_visible()
    assert contact.part("go").get_attribute("href") is None
    assert "sausage" not in contact.body and "sausage" not in contact.stored
    contact.part("copy").dispatch_event("click")
    expect(field).to_be_focused()
    assert "sausage" not in contact.copied
    # Whoever moves on leaves no secret behind.
    page.keyboard.press("Tab")
    removed = contact.text("guardRemoved", secret=contact.texts["secretSeedPhrase"])
    expect(field).to_have_value(removed)
    expect(problem).to_have_count(0)
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(contact.part("blocked")).to_be_hidden()
    page.wait_for_function("() => sessionStorage.length > 0")
    assert removed in contact.body and "sausage" not in contact.stored


@pytest.mark.parametrize("secret", [PHRASE, "5555 5555 5555 4444", "my password is Hunter2!x"])
def test_a_pasted_secret_is_taken_out_at_once(page: Page, secret: str):
    contact = ContactPage(page, query="?topic=something-else")
    contact.paste("description", f"Hello. {secret}")
    value = contact.field("description").input_value()
    assert secret not in value and value.startswith("Hello.") and "[removed: " in value
    expect(contact.line("description").locator(".hint")).to_be_visible()
    assert secret not in contact.body and secret not in contact.stored


def test_a_number_that_may_be_a_transaction_is_asked_about(page: Page):
    contact = ContactPage(page, query="?topic=something-else")
    contact.paste("description", KEY)
    line = contact.line("description")
    expect(line.locator(".problem")).to_contain_text(contact.texts["guardAsk"])
    assert KEY not in contact.body
    line.locator("[data-part=keep]").click()
    expect(line.locator(".problem")).to_have_count(0)
    expect(contact.field("description")).to_be_focused()
    assert KEY in contact.body
    # Another one is asked about again, and can be taken out.
    contact.field("description").fill(KEY[::-1])
    line.locator("[data-part=remove]").click()
    assert KEY[::-1] not in contact.field("description").input_value()


def test_a_transaction_id_in_its_field_is_none_of_it(page: Page):
    contact = ContactPage(page, query=f"?topic={TOPIC}")
    contact.paste("transaction-id", KEY)
    assert KEY in contact.body
    expect(contact.part("blocked")).to_be_hidden()


def _type(contact: ContactPage, field: str, text: str):
    """Types a text without leaving the field."""
    contact.field(field).focus()
    contact.page.keyboard.press("Control+End")
    contact.page.keyboard.insert_text(text)


def test_a_phrase_spread_over_fields_is_found_and_leaves_all_of_them(page: Page):
    contact = ContactPage(page, query="?topic=something-else&channel=ticket")
    words = PHRASE.split()
    contact.field("error").fill(" ".join(words[:6]))
    expect(contact.part("blocked")).to_be_hidden()
    _type(contact, "device", " ".join(words[6:]))
    for field in ("error", "device"):
        expect(contact.line(field).locator(".problem")).to_contain_text(contact.texts["secretSeedPhrase"])
    assert "winner" not in contact.body and "worth" not in contact.body
    assert contact.part("go").get_attribute("href") is None
    contact.part("copy").dispatch_event("click")
    # The button leads to the first of the fields; the other one is left by it.
    expect(contact.field("error")).to_be_focused()
    removed = contact.text("guardRemoved", secret=contact.texts["secretSeedPhrase"])
    for field in ("error", "device"):
        expect(contact.field(field)).to_have_value(removed)
        expect(contact.line(field).locator(".problem")).to_have_count(0)
    expect(contact.part("blocked")).to_be_hidden()


def test_what_completes_no_phrase_takes_the_problem_from_the_other_field(page: Page):
    contact = ContactPage(page, query="?topic=something-else&channel=ticket")
    words = PHRASE.split()
    contact.field("error").fill(" ".join(words[:6]))
    _type(contact, "device", " ".join(words[6:]))
    expect(contact.line("error").locator(".problem")).to_be_visible()
    for _ in range(7):
        page.keyboard.press("Backspace")
    expect(contact.line("error").locator(".problem")).to_have_count(0)
    expect(contact.field("error")).not_to_have_attribute("aria-invalid", "true")
    assert " ".join(words[:6]) in contact.body


def test_a_phrase_in_one_field_takes_nothing_from_its_neighbours(page: Page):
    contact = ContactPage(page, query="?topic=something-else&channel=ticket")
    contact.field("error").fill("phone")
    _type(contact, "description", PHRASE.replace(" ", "\n"))
    expect(contact.line("description").locator(".problem")).to_be_visible()
    expect(contact.line("error").locator(".problem")).to_have_count(0)
    contact.field("description").press("Tab")
    expect(contact.field("error")).to_have_value("phone")


def test_going_back_brings_no_secret_with_it(page: Page):
    contact = ContactPage(page, query="?topic=something-else")
    contact.field("description").fill("Hello.")
    _type(contact, "description", f" {PHRASE}")
    page.goto("/en/")
    page.go_back()
    expect(contact.part("body")).to_be_visible()
    value = contact.field("description").input_value()
    assert "sausage" not in value and value in contact.body
    assert value.startswith("Hello.")


# The draft


@pytest.mark.parametrize("start, last", [(PHRASE.rpartition(" ")[0], " yellow"), (KEY[:-1], KEY[-1])])
def test_what_becomes_a_secret_was_never_kept(page: Page, start: str, last: str):
    contact = ContactPage(page, query="?topic=something-else")
    _type(contact, "description", f"№ 7: {start}")
    page.wait_for_function("() => sessionStorage.length > 0")
    assert "№ 7: …" in contact.stored and start not in contact.stored
    _type(contact, "description", last)
    assert start not in contact.stored and "[removed: " in contact.stored


def test_a_secret_takes_its_beginning_out_of_what_is_kept_at_once(page: Page):
    contact = ContactPage(page, query="?topic=something-else")
    _type(contact, "description", "my PIN: 48")
    page.wait_for_function("() => sessionStorage.length > 0")
    _type(contact, "description", "2913")
    expect(contact.part("blocked")).to_be_visible()
    assert "PIN: 48" not in contact.stored


def test_discarding_the_draft_takes_what_is_flagged_too(page: Page):
    contact = ContactPage(page, query="?topic=something-else")
    contact.field("description").fill("Hello.")
    page.reload()
    # What may be a transaction ID stays in its field until the reader has said so.
    _type(contact, "description", f" {KEY}")
    expect(contact.line("description").locator(".problem")).to_be_visible()
    contact.part("draft").locator("button").click()
    expect(contact.field("description")).to_have_value("")
    expect(contact.line("description").locator(".problem")).to_have_count(0)
    expect(contact.part("blocked")).to_be_hidden()


def test_a_draft_goes_on_in_another_language(page: Page):
    contact = ContactPage(page, query="?topic=withdrawal-delayed")
    contact.field("withdrawal-status").select_option(index=1)
    contact.field("asset").fill("USDT")
    written = contact.data["fields"]["withdrawal-status"]["options"][0]["text"]
    contact = ContactPage(page, "ja", "?topic=withdrawal-delayed")
    expect(contact.field("asset")).to_have_value("USDT")
    option = contact.data["fields"]["withdrawal-status"]["options"][0]
    assert option["text"] != written
    expect(contact.field("withdrawal-status")).to_have_value(option["text"])
    assert option["text"] in contact.body


@pytest.mark.parametrize("locale", LOCALES)
def test_a_draft_outlives_a_reload_in_its_tab_and_can_be_discarded(page: Page, locale: str):
    contact = ContactPage(page, locale, f"?topic={TOPIC}")
    contact.field("asset").fill("USDT")
    contact.line("network").locator("[data-unknown]").check()
    page.reload()
    assert page.evaluate("place => sessionStorage.getItem(place)", PLACE)
    expect(contact.part("draft")).to_be_visible()
    expect(contact.field("asset")).to_have_value("USDT")
    expect(contact.line("network").locator("[data-unknown]")).to_be_checked()
    other = ContactPage(page.context.new_page(), locale, f"?topic={TOPIC}")
    expect(other.field("asset")).to_have_value("")
    contact.part("draft").locator("button").click()
    expect(contact.field("asset")).to_have_value("")
    expect(contact.line("network").locator("[data-unknown]")).not_to_be_checked()
    page.reload()
    expect(contact.field("asset")).to_have_value("")
    expect(contact.part("draft")).to_be_hidden()


def test_a_draft_that_something_else_wrote_does_no_harm(page: Page):
    draft = '{"asset":7,"x":{"text":"y"},"amount":null,"network":{"text":"none of them"}}'
    page.add_init_script(f"sessionStorage.setItem('{PLACE}', '{draft}')")
    contact = ContactPage(page, query=f"?topic={TOPIC}")
    expect(contact.field("asset")).to_have_value("")
    expect(contact.field("network")).to_have_value("")
    expect(contact.part("draft")).to_be_hidden()
