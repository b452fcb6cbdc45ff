"""The message to support that the contact page's script writes, and the addresses that carry it."""

import random
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser

import modules
from modules import Modules

ENGLISH = {
    "messageTopic": "Topic", "messageLanguage": "My language", "messageRead": "Help articles I have read",
    "messageSearched": "I searched for", "messageNotKnown": "I do not know", "messageAttached": "I will attach it",
}
TEXTS = {
    "en": ENGLISH,
    "ko": {
        "messageTopic": "주제", "messageLanguage": "내 언어", "messageRead": "읽어 본 도움말", "messageSearched": "검색어",
        "messageNotKnown": "모름", "messageAttached": "첨부하겠습니다",
    },
    "ar": {
        "messageTopic": "الموضوع", "messageLanguage": "لغتي", "messageRead": "مقالات المساعدة التي قرأتها",
        "messageSearched": "بحثت عن", "messageNotKnown": "لا أعرف", "messageAttached": "سأرفقها",
    },
}
LANGUAGES = {"en": "English", "ko": "한국어", "ar": "العربية"}
TITLES = {"en": "Withdrawal delayed", "ko": "출금 지연", "ar": "تأخر السحب"}
LABELS = {
    "description": ("What happened", "무슨 일이 있었나요", "ماذا حدث"),
    "time": ("Time", "시간", "الوقت"),
    "amount": ("Amount", "금액", "المبلغ"),
    "asset": ("Asset", "자산", "الأصل"),
    "network": ("Network", "네트워크", "الشبكة"),
    "transaction-id": ("Transaction ID", "거래 ID", "معرّف المعاملة"),
    "order-number": ("Order number", "주문 번호", "رقم الطلب"),
    "error": ("Error message", "오류 메시지", "رسالة الخطأ"),
    "screenshot": ("Screenshot", "스크린샷", "لقطة شاشة"),
    "link": ("Link", "링크", "الرابط"),
}
KINDS = {
    "description": "long", "time": "time", "amount": "amount", "asset": "text", "network": "choice",
    "transaction-id": "transaction", "order-number": "reference", "error": "long", "screenshot": "attachment",
    "link": "url",
}
PRIVATE = {"amount", "transaction-id", "order-number", "screenshot"}
REQUIRED = ["description", "time", "amount", "asset", "network", "transaction-id"]
OPTIONAL = ["order-number", "error", "screenshot", "link"]
TRANSACTION = "0x" + "9f" * 32
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# The reader's clock, where a test does not need another one.
ZONE = "Asia/Seoul"


def _readers(chromium: Browser, work, zone: str) -> Iterator[Modules]:
    with modules.served(chromium, work, timezone_id=zone) as scripts:
        yield scripts


@pytest.fixture(scope="module")
def scripts(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Modules]:
    yield from _readers(chromium, tmp_path_factory.mktemp("modules"), ZONE)


def _data(locale: str, team: str) -> dict:
    return {
        "locale": locale, "language": LANGUAGES[locale], "teamLocale": team, "texts": TEXTS[locale],
        "teamTexts": TEXTS[team], "page": f"https://help.northstar.example/{locale}/contact/",
    }


def _fields(locale: str, team: str) -> dict:
    place, other = list(LANGUAGES).index(locale), list(LANGUAGES).index(team)
    fields = {
        id: {
            "kind": KINDS[id], "label": labels[place], "teamLabel": labels[other], "private": id in PRIVATE,
            "options": [],
        }
        for id, labels in LABELS.items()
    }
    names = {"en": "Another network", "ko": "다른 네트워크", "ar": "شبكة أخرى"}
    fields["network"]["options"] = [
        {"text": "TRON (TRC-20)", "team": "TRON (TRC-20)"}, {"text": names[locale], "team": names[team]},
    ]
    return fields


def _compose(scripts: Modules, locale: str = "en", values: dict | None = None, *, team: str = "en", public: bool = False,
             attachments: bool = True, **options) -> dict:
    topic = {
        "id": "withdrawal", "title": TITLES[locale], "teamTitle": TITLES[team],
        "fields": [{"id": id, "optional": id in OPTIONAL} for id in REQUIRED + OPTIONAL],
    }
    answers = {
        id: {"text": "", "unknown": True} if value is None else {"text": value, "unknown": False}
        for id, value in (values or {}).items()
    }
    return scripts.call("message", "compose", {
        "topic": topic | options.pop("topic", {}), "fields": _fields(locale, team), "values": answers,
        "data": _data(locale, team), "channel": {"id": "chat", "public": public, "attachments": attachments}, **options,
    })


COMPLETE = {
    "description": "I withdrew yesterday.\n\nNothing came.", "time": "2026-11-21T18:30", "amount": "125.50",
    "asset": "USDT", "network": "TRON (TRC-20)", "transaction-id": TRANSACTION, "order-number": "NS-48201",
    "error": "E-42", "screenshot": "yes", "link": "",
}


# What the message says


def test_the_team_can_act_on_a_message_without_asking_back(scripts: Modules):
    read = [{"title": "Delayed withdrawals", "url": "../withdrawals/delayed/"}]
    message = _compose(scripts, "en", COMPLETE, read=read, searched="usdt stuck")
    assert message["missing"] == []
    assert message["subject"] == "Withdrawal delayed: 125.50 USDT, TRON (TRC-20), NS-48201"
    assert message["body"] == f"""\
Topic: Withdrawal delayed
Time: 2026-11-21 18:30 +09:00 (Asia/Seoul) = 2026-11-21 09:30 UTC
Amount: 125.50
Asset: USDT
Network: TRON (TRC-20)
Transaction ID: {TRANSACTION}
Order number: NS-48201
Error message: E-42
Screenshot: I will attach it

What happened:
I withdrew yesterday.

Nothing came.

Help articles I have read:
- Delayed withdrawals
https://help.northstar.example/en/withdrawals/delayed/
I searched for: usdt stuck
My language: English
https://help.northstar.example/en/contact/"""


def test_the_words_of_the_team_stand_beside_those_of_the_reader(scripts: Modules):
    values = {"description": "안 와요", "time": None, "network": "다른 네트워크", "screenshot": "yes"}
    message = _compose(scripts, "ko", values, searched="출금")
    assert message["subject"] == "출금 지연 (Withdrawal delayed): 다른 네트워크"
    assert message["body"] == """\
주제 (Topic): 출금 지연 (Withdrawal delayed)
시간 (Time): 모름 (I do not know)
금액 (Amount): –
자산 (Asset): –
네트워크 (Network): 다른 네트워크 (Another network)
거래 ID (Transaction ID): –
스크린샷 (Screenshot): 첨부하겠습니다 (I will attach it)

무슨 일이 있었나요 (What happened):
안 와요

검색어 (I searched for): 출금
내 언어 (My language): 한국어 (Korean)
https://help.northstar.example/ko/contact/"""


def test_required_details_that_are_empty_are_missing_and_optional_ones_are_left_out(scripts: Modules):
    message = _compose(scripts, "en", {"time": None, "amount": "  ", "error": "\n"})
    assert message["missing"] == ["description", "amount", "asset", "network", "transaction-id"]
    for line in ("Amount: –", "Time: I do not know", "What happened:\n–"):
        assert line in message["body"]
    for label in ("Order number", "Error message", "Screenshot", "Link", "Help articles", "searched"):
        assert label not in message["body"]


def test_required_details_come_before_optional_ones_whatever_the_order_of_the_checklist(scripts: Modules):
    fields = [{"id": "error", "optional": True}, {"id": "description", "optional": True}, {"id": "asset", "optional": False}]
    values = {"error": "E-42", "asset": "USDT", "description": "Nothing came."}
    body = _compose(scripts, "en", values, topic={"fields": fields})["body"]
    assert body.startswith("Topic: Withdrawal delayed\nAsset: USDT\nError message: E-42\n\nWhat happened:\nNothing came.\n\n")


def test_a_channel_that_takes_no_files_is_promised_none(scripts: Modules):
    fields = [{"id": "screenshot", "optional": False}, {"id": "asset", "optional": False}]
    message = _compose(scripts, "en", COMPLETE, attachments=False, topic={"fields": fields})
    assert "Screenshot" not in message["body"] and "\nAsset: USDT\n" in message["body"]
    # Nor is it asked for.
    message = _compose(scripts, "en", {}, attachments=False, topic={"fields": fields})
    assert message["missing"] == ["asset"]


@pytest.mark.parametrize(("id", "entered", "sent"), [
    ("time", "2026-11-21T18:30", "2026-11-21T18:30+09:00"), ("time", "yesterday", "yesterday"),
    ("network", "다른 네트워크", "Another network"), ("network", "else", "else"), ("screenshot", "yes", True),
    ("asset", "USDT", "USDT"), ("error", "a\nb", "a\nb"),
])
def test_programs_get_values_that_mean_the_same_everywhere(scripts: Modules, id: str, entered: str, sent: str | bool):
    field = _fields("ko", "en")[id]
    assert scripts.call("message-words", "sentValue", field, entered) == sent


def test_a_topic_without_a_checklist_has_a_message(scripts: Modules):
    message = _compose(scripts, "en", {}, topic={"fields": []})
    assert message["body"] == "Topic: Withdrawal delayed\n\nMy language: English\nhttps://help.northstar.example/en/contact/"
    assert message["subject"] == "Withdrawal delayed"


def test_several_lines_begin_on_a_line_of_their_own(scripts: Modules):
    body = _compose(scripts, "en", {"error": "E-42\r\nTry again\rlater\x00"})["body"]
    assert "\nError message:\nE-42\nTry again\nlater\n" in body


def test_a_single_line_stays_one(scripts: Modules):
    message = _compose(scripts, "en", {"asset": "USDT\r\nBcc: all@example.com\u2028x", "amount": "1"})
    assert "\nAsset: USDT Bcc: all@example.com x\n" in message["body"]
    assert "\n" not in message["subject"]


def test_an_identifier_loses_what_cannot_be_seen(scripts: Modules):
    body = _compose(scripts, "en", {"transaction-id": f"\u200b\u2066{TRANSACTION}\u2069\ufeff "})["body"]
    assert f"Transaction ID: {TRANSACTION}\n" in body


def test_a_suspicious_link_stays_as_it_is(scripts: Modules):
    body = _compose(scripts, "en", {"link": "https://north\u200bstar.example.evil.test/"})["body"]
    assert "Link: https://north\u200bstar.example.evil.test/" in body


def test_a_public_channel_gets_nothing_private(scripts: Modules):
    message = _compose(scripts, "en", COMPLETE, public=True, searched=TRANSACTION)
    for private in ("125.50", TRANSACTION, "NS-48201", "Screenshot", "searched"):
        assert private not in message["subject"] + message["body"]
    assert message["subject"] == "Withdrawal delayed: USDT, TRON (TRC-20)"
    assert "transaction-id" not in _compose(scripts, "en", {}, public=True)["missing"]


def test_a_reader_may_want_another_language_than_the_page(scripts: Modules):
    assert "내 언어 (My language): 日本語 (Japanese)\n" in _compose(scripts, "ko", {}, language="ja")["body"]
    assert "My language: 한국어 (Korean)\n" in _compose(scripts, "en", {}, language="ko")["body"]


def test_the_subject_has_as_many_details_as_fit(scripts: Modules):
    values = {"amount": "1", "asset": "B" * 100, "network": "TRON (TRC-20)", "order-number": "NS-1"}
    assert _compose(scripts, "en", values)["subject"] == "Withdrawal delayed: TRON (TRC-20), NS-1"
    family = "👨‍👩‍👧‍👦"
    subject = _compose(scripts, "en", values, topic={"title": family * 30, "teamTitle": "Family"})["subject"]
    assert subject == family * 10 + "…: NS-1"


# Times


@pytest.mark.parametrize(("zone", "entered", "shown"), [
    ("America/New_York", "2026-07-04T23:05", "2026-07-04 23:05 -04:00 (America/New_York) = 2026-07-05 03:05 UTC"),
    ("Australia/Adelaide", "2026-01-01T00:00:59", "2026-01-01 00:00 +10:30 (Australia/Adelaide) = 2025-12-31 13:30 UTC"),
    ("UTC", "2026-11-21T18:30", "2026-11-21 18:30 UTC"),
    # Half past two did not exist when the clocks were put forward; it was shown twice when they were put back.
    ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29 03:30 +02:00 (Europe/Berlin) = 2026-03-29 01:30 UTC"),
    ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25 02:30 +02:00 (Europe/Berlin) = 2026-10-25 00:30 UTC"),
    ("Europe/Berlin", "yesterday evening", "yesterday evening (Europe/Berlin)"),
    ("Europe/Berlin", "2026-02-31T99:99", "2026-02-31T99:99 (Europe/Berlin)"),
])
def test_a_time_names_its_zone_and_says_it_in_utc(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, zone: str, entered: str, shown: str
):
    for scripts in _readers(chromium, tmp_path_factory.mktemp("modules"), zone):
        assert f"\nTime: {shown}\n" in _compose(scripts, "en", {"time": entered})["body"]


# Two directions


def test_values_are_kept_apart_in_a_message_from_right_to_left(scripts: Modules):
    body = _compose(scripts, "ar", COMPLETE)["body"]
    assert body.startswith("الموضوع (Topic): تأخر السحب (\u2068Withdrawal delayed\u2069)\n")
    assert "\nالمبلغ (Amount): \u2068125.50\u2069\n" in body
    assert "\nالوقت (Time): \u20682026-11-21 18:30 +09:00 (Asia/Seoul) = 2026-11-21 09:30 UTC\u2069\n" in body
    # A single run of letters, and text in the message's own direction, need nothing.
    assert "\nالأصل (Asset): USDT\n" in body
    other = _compose(scripts, "ar", {"asset": "عملة أخرى"})["body"]
    assert "\nالأصل (Asset): عملة أخرى\n" in other


def test_identifiers_and_addresses_copy_without_anything_invisible(scripts: Modules):
    values = COMPLETE | {"link": "https://evil.test/a"}
    read = [{"title": "السحب", "url": "/ar/withdrawals/delayed/"}]
    lines = _compose(scripts, "ar", values, read=read)["body"].split("\n")
    for whole in (TRANSACTION, "NS-48201", "https://evil.test/a", "https://help.northstar.example/ar/withdrawals/delayed/",
                  "https://help.northstar.example/ar/contact/"):
        assert whole in lines
    subject = _compose(scripts, "ar", values)["subject"]
    assert subject.endswith(", NS-48201") and not INVISIBLE.search(subject.rsplit(", ", 1)[1])


def test_isolates_are_balanced(scripts: Modules):
    for locale in LANGUAGES:
        for team in LANGUAGES:
            message = _compose(scripts, locale, COMPLETE, team=team, searched="usdt 123 سحب")
            for line in [message["subject"], *message["body"].split("\n")]:
                assert line.count("\u2068") == line.count("\u2069"), line


def test_a_message_from_left_to_right_has_no_isolates_but_around_the_other_direction(scripts: Modules):
    message = _compose(scripts, "ko", COMPLETE, searched="usdt")
    assert not INVISIBLE.search(message["subject"] + message["body"])
    assert "\nTime (\u2068الوقت\u2069): 2026" in _compose(scripts, "en", COMPLETE, team="ar")["body"]


# Addresses that carry the message


def test_a_mail_address_says_the_same_to_the_mail_program(scripts: Modules):
    body = "Line one & two?\n50% + ü = 한국\n\n#end"
    link = scripts.call("message", "mailto", "help+vip@northstar.example", "A & B: ü?", body)
    assert link["cut"] is False
    assert re.fullmatch(r"mailto:help%2Bvip@northstar\.example\?subject=[^&#? \n]+&body=[^&#? \n]+", link["url"])
    query = parse_qs(urlsplit(link["url"]).query)
    assert query == {"subject": ["A & B: ü?"], "body": [body.replace("\n", "\r\n")]}
    assert "%0D%0A" in link["url"] and "+" not in link["url"]


def test_an_address_cannot_add_recipients_or_headers(scripts: Modules):
    url = scripts.call("message", "mailto", "a@b.example?cc=x@y.example&bcc=z", "s\r\n&cc=q", "b")["url"]
    parts = urlsplit(url)
    assert unquote(parts.path) == "a@b.example?cc=x@y.example&bcc=z"
    assert list(parse_qs(parts.query)) == ["subject", "body"]


def test_windows_line_ends_are_not_doubled(scripts: Modules):
    assert scripts.call("message", "mailto", "a@b.example", "s", "1\r\n2\n3")["url"].endswith("body=1%0D%0A2%0D%0A3")


@pytest.mark.parametrize("text", ["a", "é", "한", "👨‍👩‍👧‍👦", "🇰🇷", "e\u0301\u0327", "नि", "\r\n"])
def test_what_is_too_long_is_cut_between_characters(scripts: Modules, text: str):
    body = text * 3000
    for limit in (2000, 1999, 1998, 1500):
        link = scripts.call("message", "mailto", "a@b.example", "Subject", body, limit)
        assert link["cut"] and len(link["url"]) <= limit
        query = parse_qs(urlsplit(link["url"]).query)
        assert query["subject"] == ["Subject"]
        kept = query["body"][0]
        assert kept.endswith("…")
        whole = kept.removesuffix("…")
        assert len(whole) > 20 and whole == text * (len(whole) // len(text))


def test_a_message_that_just_fits_is_not_cut(scripts: Modules):
    length = 2000 - len("mailto:a@b.example?subject=s&body=")
    assert scripts.call("message", "mailto", "a@b.example", "s", "x" * length) == {
        "url": "mailto:a@b.example?subject=s&body=" + "x" * length, "cut": False}
    assert scripts.call("message", "mailto", "a@b.example", "s", "x" * (length + 1))["cut"] is True


def test_a_long_subject_leaves_room_for_the_body(scripts: Modules):
    link = scripts.call("message", "mailto", "a@b.example", "한" * 400, "글" * 400)
    query = parse_qs(urlsplit(link["url"]).query)
    assert len(link["url"]) <= 2000 and link["cut"]
    assert len(query["subject"][0]) > 80 and len(query["body"][0]) > 80


def test_broken_characters_do_not_break_the_address(scripts: Modules):
    url = scripts.page.evaluate("""async () => {
      const { mailto } = await import("/scripts/contact/message.js");
      return mailto("a@b.example", "s\\ud83d", "\\ude00b").url;
    }""")
    assert parse_qs(urlsplit(url).query) == {"subject": ["s\ufffd"], "body": ["\ufffdb"]}


TEMPLATE = "https://support.northstar.example/new?lang={locale}&subject={subject}&body={body}&t={topic}#form"


def test_a_ticket_form_gets_the_message(scripts: Modules):
    values = {"subject": "A & B", "body": "1\n2 {subject} {other}", "topic": "fees", "locale": "ko"}
    link = scripts.call("message", "ticketURL", TEMPLATE, values)
    parts = urlsplit(link["url"])
    assert link["cut"] is False and (parts.netloc, parts.path, parts.fragment) == ("support.northstar.example", "/new", "form")
    assert parse_qs(parts.query) == {"lang": ["ko"], "subject": ["A & B"], "body": [values["body"]], "t": ["fees"]}


def test_no_value_breaks_out_of_its_place(scripts: Modules):
    nasty = "\"'<>&#?/\\{}()*!;:@=+,$ %00%0a\n\t\u2028|^`~[]"
    values = {"subject": nasty, "body": nasty, "topic": nasty, "locale": nasty}
    url = scripts.call("message", "ticketURL", TEMPLATE, values)["url"]
    assert re.fullmatch(r"https://support\.northstar\.example/new\?(?:[\w.~%-]+=[\w.~%-]*&?)+#form", url)
    assert set(sum(parse_qs(urlsplit(url).query).values(), [])) == {nasty}
    path = scripts.call("message", "ticketURL", "https://x.example/{topic}/{locale}/", values)["url"]
    assert urlsplit(path).netloc == "x.example" and path.count("/") == 5


@pytest.mark.parametrize("template", [
    TEMPLATE, "https://x.example/?b={body}", "https://x.example/?s={subject}", "https://x.example/?b={body}&again={body}",
    "https://x.example/?s={subject}&s={subject}&b={body}",
])
def test_a_ticket_address_keeps_its_limit(scripts: Modules, template: str):
    values = {"subject": "제목" * 2000, "body": "본문 " * 5000, "topic": "fees", "locale": "ko"}
    link = scripts.call("message", "ticketURL", template, values)
    assert link["cut"] and 7000 < len(link["url"]) <= 8000
    # Whole characters, and enough of each text.
    texts = [text for [text, *_] in parse_qs(urlsplit(link["url"]).query, errors="strict").values()]
    assert all(len(text) > 100 for text in texts if text not in (values["topic"], values["locale"]))


def test_a_template_without_placeholders_stays_as_it_is(scripts: Modules):
    values = {"subject": "s" * 9000, "body": "b" * 9000, "topic": "t", "locale": "en"}
    assert scripts.call("message", "ticketURL", "https://x.example/new", values) == {
        "url": "https://x.example/new", "cut": False}


def test_any_message_survives_the_address(scripts: Modules):
    source = random.Random(7)
    alphabet = "aZ09 \n&=?#%+é한漢🇰🇷👍🏽\u0301\u200d\u2068\"'<>"
    for _ in range(60):
        subject, body = ("".join(source.choices(alphabet, k=source.randrange(60))) for _ in range(2))
        url = scripts.call("message", "mailto", "a@b.example", subject, body)["url"]
        query = parse_qs(urlsplit(url).query, keep_blank_values=True, strict_parsing=True)
        assert query == {"subject": [subject], "body": [body.replace("\n", "\r\n")]}
