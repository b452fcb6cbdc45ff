"""When channels are open, by the contact page's scripts: the table of cases, the reader's week, replies, reminders.

The table binds the generator, too (`OpeningHoursTests`). Its expectations are computed here once more in another way,
by Python's own time zones.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, Route

from conftest import ROOT

SCRIPTS = ROOT / "Public/scripts/contact"
ORIGIN = "https://modules.example"
TABLE = json.loads((ROOT / "Tests/Fixtures/opening-hours.json").read_text("utf-8"))
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
READERS = ["Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"]
# As in contact.yml, by the names of the table.
OFFICE, NIGHT = TABLE["weeks"]["office"]["ranges"], TABLE["weeks"]["night"]["ranges"]


def _reader(chromium: Browser, zone: str) -> Iterator[Page]:
    """A page of a reader in a zone, which can import the scripts as they are in the repository."""
    context = chromium.new_context(timezone_id=zone)
    context.route(f"{ORIGIN}/**", _serve)
    page = context.new_page()
    page.goto(ORIGIN + "/")
    yield page
    context.close()


def _serve(route: Route):
    name = route.request.url.removeprefix(ORIGIN + "/")
    if name:
        route.fulfill(body=(SCRIPTS / name).read_text("utf-8"), content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html>", content_type="text/html")


@pytest.fixture(scope="module", params=READERS)
def reader(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Readers in several zones."""
    yield from _reader(chromium, request.param)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One reader, in Korea."""
    yield from _reader(chromium, "Asia/Seoul")


def _call(page: Page, module: str, function: str, *arguments):
    """What a function of a script returns; dates go in as {"date": …} and come out as texts."""
    return page.evaluate(
        """async ([module, name, values]) => {
          const revive = (key, value) => (value?.date ? new Date(value.date) : value);
          const call = (await import(module))[name];
          const result = call(...JSON.parse(values, revive));
          return JSON.parse(JSON.stringify(result === undefined ? null : result));
        }""",
        [f"{ORIGIN}/{module}", function, json.dumps(arguments)],
    )


def _date(text: str) -> dict:
    return {"date": text}


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _text(moment: float | None) -> str | None:
    return None if moment is None else datetime.fromtimestamp(moment, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


# The table of cases


def expectation(zone: str, week: list | None, holidays: list[str], at: str) -> tuple[bool, str | None, str | None]:
    """Whether it is open, until when, and when it opens: every opening of a year and a bit, one after the other."""
    if week is None:
        return True, None, None
    now = _utc(at).timestamp()
    start = _utc(at).astimezone(ZoneInfo(zone)).date() - timedelta(days=10)
    spans = []
    for day in (start + timedelta(days=number) for number in range(390)):
        for first, last in week:
            if first // 1440 != day.weekday() or day.isoformat() in holidays:
                continue
            # Without a fold, Python takes the first of two times, and the offset before a gap (PEP 495).
            midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
            monday = midnight - timedelta(days=day.weekday())
            opens, closes = ((monday + timedelta(minutes=minutes)).timestamp() for minutes in (first, last))
            if opens < closes:
                spans.append((opens, closes))
    until = now
    while reached := [closes for opens, closes in spans if opens <= until < closes]:
        until = max(reached)
    far = now + 366 * 86_400
    if until > now:
        return True, _text(until) if until < far else None, None
    opens = min((opens for opens, _ in spans if now < opens < far), default=None)
    return False, None, _text(opens)


def _ranges(hours: dict | str) -> list | None:
    """The ranges of a week as contact.yml writes it."""
    if hours == "always":
        return None
    found = []
    for days, times in hours.items():
        for part in days.split(","):
            first, _, last = ("mon-sun" if part == "daily" else part).partition("-")
            for day in range(DAYS.index(first), DAYS.index(last or first) + 1):
                for span in [times] if isinstance(times, str) else times:
                    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in span.split("-"))
                    found.append([day * 1440 + start, day * 1440 + end + (1440 if end <= start else 0)])
    return sorted(found)


def _name(case: dict) -> str:
    return f"{case['zone']} {case['week']} {case['at']}: {case['why']}"


def test_the_table_covers_what_is_hard():
    """So that it is not thinned out by accident."""
    assert len(TABLE["cases"]) >= 120
    assert len({case["zone"] for case in TABLE["cases"]}) >= 14
    assert {case["at"][:4] for case in TABLE["cases"]} >= {"2026", "2027", "2045"}
    assert {case["week"] for case in TABLE["cases"]} == set(TABLE["weeks"])
    assert len({_name(case) for case in TABLE["cases"]}) == len(TABLE["cases"])


@pytest.mark.parametrize("name", TABLE["weeks"])
def test_the_ranges_of_the_table_are_those_of_its_texts(name: str):
    week = TABLE["weeks"][name]
    assert week["ranges"] == _ranges(week["hours"])


@pytest.mark.parametrize("case", TABLE["cases"], ids=_name)
def test_the_table_agrees_with_another_implementation(case: dict):
    week = TABLE["weeks"][case["week"]]["ranges"]
    expected = (case["open"], case["until"], case["opens"])
    assert expectation(case["zone"], week, case["holidays"], case["at"]) == expected


def test_status_is_that_of_the_table_wherever_the_reader_is(reader: Page):
    found = reader.evaluate(
        """async ([module, cases]) => {
          const { status } = await import(module);
          return cases.map(([hours, at]) => {
            const { open, until, opens } = status(hours, new Date(at));
            return [open, until, opens].map((value) => value?.toISOString?.().replace(".000", "") ?? value);
          });
        }""",
        [
            f"{ORIGIN}/hours.js",
            [
                [
                    {
                        "timeZone": case["zone"],
                        "week": TABLE["weeks"][case["week"]]["ranges"],
                        "holidays": case["holidays"],
                    },
                    case["at"],
                ]
                for case in TABLE["cases"]
            ],
        ],
    )
    wrong = [
        f"{_name(case)}: {result}"
        for case, result in zip(TABLE["cases"], found, strict=True)
        if result != [case["open"], case["until"], case["opens"]]
    ]
    assert wrong == []


# The reader's week


def _hours(zone: str, week: list | None, holidays: list[str] | None = None) -> dict:
    return {"timeZone": zone, "week": week, "holidays": holidays or []}


def _local_week(page: Page, hours: dict, now: str, zone: str) -> dict[str, list[str]]:
    """The reader's days with their hours, both as the reader's clocks show them."""

    def shown(moment: str) -> str:
        return _utc(moment).astimezone(ZoneInfo(zone)).strftime("%d %H:%M")

    days = _call(page, "hours.js", "localWeek", hours, _date(now), zone)
    for day in days:
        assert shown(day["day"])[3:] in ("00:00", "01:00")
    return {
        _utc(day["day"]).astimezone(ZoneInfo(zone)).strftime("%a %d"): [
            "-".join(shown(moment) for moment in span) for span in day["ranges"]
        ]
        for day in days
    }


def test_the_week_begins_today_where_the_reader_is(page: Page):
    """Noon in London on Friday is Saturday already for readers who are fourteen hours ahead."""
    hours = _hours("Europe/London", OFFICE)
    now = "2026-11-20T12:00:00Z"
    assert list(_local_week(page, hours, now, "Europe/London"))[0] == "Fri 20"
    assert list(_local_week(page, hours, now, "Pacific/Kiritimati"))[0] == "Sat 21"
    assert list(_local_week(page, hours, now, "Pacific/Kiritimati"))[-1] == "Fri 27"
    assert list(_local_week(page, hours, "2026-11-20T10:30:00Z", "Pacific/Pago_Pago"))[0] == "Thu 19"


def test_hours_are_cut_at_the_readers_midnight(page: Page):
    """9 to 18 o'clock in London in winter is 18 to 3 o'clock in Korea."""
    week = _local_week(page, _hours("Europe/London", OFFICE), "2026-11-20T12:00:00Z", "Asia/Seoul")
    assert week == {
        "Fri 20": ["20 00:00-20 03:00", "20 18:00-21 00:00"],
        "Sat 21": ["21 00:00-21 03:00"],
        "Sun 22": [],
        "Mon 23": ["23 18:00-24 00:00"],
        "Tue 24": ["24 00:00-24 03:00", "24 18:00-25 00:00"],
        "Wed 25": ["25 00:00-25 03:00", "25 18:00-26 00:00"],
        "Thu 26": ["26 00:00-26 03:00", "26 18:00-27 00:00"],
    }


def test_zones_26_hours_apart_shift_hours_by_a_day(page: Page):
    """Kiritimati's Monday is the Sunday and the Monday of Baker Island, whose clocks Etc/GMT+12 shows."""
    ahead = _hours("Pacific/Kiritimati", [[540, 1080]])
    assert _local_week(page, ahead, "2026-11-21T12:00:00Z", "Etc/GMT+12") == {
        "Sat 21": [],
        "Sun 22": ["22 07:00-22 16:00"],
        **dict.fromkeys(["Mon 23", "Tue 24", "Wed 25", "Thu 26", "Fri 27"], []),
    }
    behind = _hours("Etc/GMT+12", [[540, 1440]])
    assert _local_week(page, behind, "2026-11-21T12:00:00Z", "Pacific/Kiritimati") == {
        **dict.fromkeys(["Sun 22", "Mon 23"], []),
        "Tue 24": ["24 11:00-25 00:00"],
        "Wed 25": ["25 00:00-25 02:00"],
        **dict.fromkeys(["Thu 26", "Fri 27", "Sat 28"], []),
    }


def test_the_week_follows_both_zones_over_changes_of_the_clocks(page: Page):
    """The clocks of New York go forward on 8 March, those of Berlin on 29 March: Korea's do not."""
    hours = _hours("Europe/Berlin", [[day * 1440 + 540, day * 1440 + 600] for day in range(7)])
    week = _local_week(page, hours, "2026-03-26T12:00:00Z", "Asia/Seoul")
    assert [spans[0][3:8] for spans in week.values()] == ["17:00"] * 3 + ["16:00"] * 4
    week = _local_week(page, hours, "2026-03-05T12:00:00Z", "America/New_York")
    assert [spans[0][3:8] for spans in week.values()] == ["03:00"] * 3 + ["04:00"] * 4


def test_always_open_fills_every_day_of_the_reader(page: Page):
    """A day of 23 hours, too."""
    week = _call(
        page, "hours.js", "localWeek", _hours("UTC", None), _date("2026-03-27T12:00:00Z"), "Europe/Berlin"
    )
    lengths = [[(_utc(end) - _utc(start)).total_seconds() / 3600 for start, end in day["ranges"]] for day in week]
    assert lengths == [[24], [24], [23], [24], [24], [24], [24]]


def test_a_day_without_midnight_begins_with_its_first_moment(page: Page):
    """In Cairo the clocks go from 24:00 to 01:00 on the last Friday of April."""
    week = _call(page, "hours.js", "localWeek", _hours("UTC", None), _date("2026-04-23T12:00:00Z"), "Africa/Cairo")
    assert week[1] == {
        "day": "2026-04-23T22:00:00.000Z",
        "ranges": [["2026-04-23T22:00:00.000Z", "2026-04-24T21:00:00.000Z"]],
    }


# Replies


@pytest.mark.parametrize(
    ("within", "sent", "due"),
    [
        ((30, "m"), "2026-11-20T04:00:00Z", "2026-11-20T04:30:00.000Z"),
        ((24, "h"), "2026-11-20T04:00:00Z", "2026-11-21T04:00:00.000Z"),
        # Friday 18:00 in Singapore is too late: the time runs from Monday 09:00.
        ((2, "h"), "2026-11-20T10:00:00Z", "2026-11-23T03:00:00.000Z"),
        ((2, "d"), "2026-11-20T10:00:00Z", "2026-11-22T10:00:00.000Z"),
        ((1, "bd"), "2026-11-19T01:00:00Z", "2026-11-20T10:00:00.000Z"),
        ((1, "bd"), "2026-11-20T04:00:00Z", "2026-11-23T10:00:00.000Z"),
        ((1, "bd"), "2026-11-21T04:00:00Z", "2026-11-23T10:00:00.000Z"),
        ((3, "bd"), "2026-11-20T04:00:00Z", "2026-11-25T10:00:00.000Z"),
        # Thursday 24 December; Friday is Christmas, Monday the next open day.
        ((1, "bd"), "2026-12-24T04:00:00Z", "2026-12-28T10:00:00.000Z"),
        # 23:00 UTC is Friday in Singapore, which does not count.
        ((1, "bd"), "2026-11-19T23:00:00Z", "2026-11-23T10:00:00.000Z"),
    ],
    ids=str,
)
def test_replies_are_due_when_the_channel_can_have_answered(page: Page, within: tuple, sent: str, due: str):
    count, unit = within
    channel = {
        "hours": _hours("Asia/Singapore", OFFICE, ["2026-12-25"]),
        "responds": {"within": {"count": count, "unit": unit}},
    }
    assert _call(page, "hours.js", "replyDue", channel, _date(sent)) == due


def test_business_days_end_with_the_last_hours_that_begin_on_them(page: Page):
    def due(week: list | None, sent: str) -> str | None:
        channel = {"hours": _hours("UTC", week), "responds": {"within": {"count": 1, "unit": "bd"}}}
        return _call(page, "hours.js", "replyDue", channel, _date(sent))

    assert due(NIGHT, "2026-11-20T12:00:00Z") == "2026-11-22T02:00:00.000Z"
    assert due(TABLE["weeks"]["shop"]["ranges"], "2026-11-18T08:00:00Z") == "2026-11-19T18:00:00.000Z"
    assert due(None, "2026-11-20T12:00:00Z") == "2026-11-22T00:00:00.000Z"
    assert due([], "2026-11-20T12:00:00Z") is None


def test_a_day_whose_hours_the_clocks_skip_is_no_business_day(page: Page):
    """In Berlin, 02:30 to 03:00 is no time on 29 March."""
    hours = _hours("Europe/Berlin", TABLE["weeks"]["half-hour"]["ranges"])
    channel = {"hours": hours, "responds": {"within": {"count": 1, "unit": "bd"}}}
    assert _call(page, "hours.js", "replyDue", channel, _date("2026-03-28T12:00:00Z")) == "2026-03-30T01:00:00.000Z"


def test_days_of_the_calendar_keep_the_time_of_day_over_changes_of_the_clocks(page: Page):
    channel = {"hours": _hours("Europe/Berlin", None), "responds": {"within": {"count": 2, "unit": "d"}}}
    assert _call(page, "hours.js", "replyDue", channel, _date("2026-03-28T11:00:00Z")) == "2026-03-30T10:00:00.000Z"


def test_replies_without_hours_or_promise(page: Page):
    promise = {"within": {"count": 1, "unit": "bd"}}
    sent = _date("2026-11-20T12:00:00.250Z")
    assert _call(page, "hours.js", "replyDue", {"hours": None, "responds": promise}, sent) == "2026-11-21T12:00:00.250Z"
    assert _call(page, "hours.js", "replyDue", {"hours": _hours("UTC", OFFICE), "responds": None}, sent) is None
    never = {"hours": _hours("UTC", []), "responds": {"within": {"count": 1, "unit": "h"}}}
    assert _call(page, "hours.js", "replyDue", never, sent) is None


# Words


def test_fill_puts_values_into_their_places_once(page: Page):
    assert _call(page, "texts.js", "fill", "{a} and {b}, {a}", {"a": "{b}", "b": 2}) == "{b} and 2, {b}"
    assert _call(page, "texts.js", "fill", "{c} {toString} $& {}", {"a": "$&"}) == "{c} {toString} $& {}"


TEXTS = {
    "openNow": "Open",
    "openUntil": "Open until {time}",
    "closedNow": "Closed",
    "opensAt": "Opens {relative} ({time})",
    "timeRange": "{from}–{to}",
}


@pytest.mark.parametrize(
    ("locale", "zone", "status", "expected"),
    [
        ("en", "UTC", (True, None), "Open"),
        ("en", "UTC", (False, None), "Closed"),
        ("en", "UTC", (True, "2026-11-20T18:00:00Z"), "Open until today 18:00"),
        ("en", "Asia/Singapore", (True, "2026-11-20T18:00:00Z"), "Open until tomorrow 02:00"),
        ("ko", "UTC", (True, "2026-11-20T18:00:00Z"), "Open until 오늘 18:00"),
        ("en", "UTC", (False, "2026-11-20T12:00:10Z"), "Opens in 1 minute (today 12:00)"),
        ("en", "UTC", (False, "2026-11-20T12:45:00Z"), "Opens in 45 minutes (today 12:45)"),
        ("en", "UTC", (False, "2026-11-20T15:00:00Z"), "Opens in 3 hours (today 15:00)"),
        # Days are those of the calendar, as the named day is.
        ("en", "UTC", (False, "2026-11-22T01:00:00Z"), "Opens in 2 days (Sun 01:00)"),
        ("en", "UTC", (False, "2026-11-21T23:00:00Z"), "Opens in 1 day (tomorrow 23:00)"),
        ("en", "Pacific/Kiritimati", (False, "2026-11-22T01:00:00Z"), "Opens in 1 day (tomorrow 15:00)"),
        ("en", "UTC", (False, "2026-11-21T09:00:00Z"), "Opens in 21 hours (tomorrow 09:00)"),
        ("ko", "UTC", (False, "2026-11-23T09:00:00Z"), "Opens 3일 후 (월 09:00)"),
        ("zh-Hans", "Asia/Singapore", (False, "2026-11-23T01:00:00Z"), "Opens 3天后 (周一 09:00)"),
        ("en", "UTC", (False, "2026-11-26T09:00:00Z"), "Opens in 6 days (Thu 09:00)"),
        ("en", "UTC", (False, "2026-11-27T09:00:00Z"), "Opens in 7 days (Fri, Nov 27, 09:00)"),
        ("en", "UTC", (False, "2026-12-28T09:00:00Z"), "Opens in 38 days (Mon, Dec 28, 09:00)"),
        ("fa", "UTC", (True, "2026-11-20T18:00:00Z"), "Open until امروز ۱۸:۰۰"),
    ],
    ids=str,
)
def test_status_is_said_in_the_readers_language_and_zone(page: Page, locale: str, zone: str, status, expected: str):
    is_open, change = status
    known = {"open": is_open, "until": None, "opens": None}
    if change:
        known["until" if is_open else "opens"] = _date(change)
    now = _date("2026-11-20T12:00:00Z")
    assert _call(page, "times.js", "openNowText", known, TEXTS, locale, now, zone) == expected


def test_the_readers_own_zone_is_taken_where_none_is_named(page: Page):
    assert _call(page, "times.js", "readerZone") == "Asia/Seoul"
    now, change = _date("2026-11-20T12:00:00Z"), _date("2026-11-20T14:00:00Z")
    assert _call(page, "times.js", "dayAndTime", change, "en", now) == "today 23:00"


def test_ranges_end_at_24_o_clock_and_begin_at_0(page: Page):
    day = [_date("2026-11-20T00:00:00Z"), _date("2026-11-21T00:00:00Z")]
    assert _call(page, "times.js", "rangeText", day, TEXTS, "en", "UTC") == "00:00–24:00"
    part = [_date("2026-11-20T09:05:00Z"), _date("2026-11-20T18:30:00Z")]
    assert _call(page, "times.js", "rangeText", part, TEXTS, "en", "UTC") == "09:05–18:30"
    assert _call(page, "times.js", "rangeText", part, TEXTS, "en", "Asia/Kolkata") == "14:35–24:00"


def test_zones_have_names_that_readers_know(page: Page):
    def name(locale: str, zone: str) -> str:
        return _call(page, "times.js", "zoneName", locale, _date("2026-11-20T12:00:00Z"), zone)

    assert name("en", "Asia/Singapore") == "Singapore Time"
    assert name("zh-Hans", "Asia/Singapore") == "新加坡时间"
    # Not "PT" and not "CET".
    assert name("en", "America/Los_Angeles") == "Pacific Time"
    assert name("en-GB", "Europe/Berlin") == "Central European Time"
    assert name("ko", "UTC") == "UTC"
    assert name("en", "Etc/GMT+12") == "GMT+12"


# Reminders


def _unfolded(text: str) -> dict[str, str]:
    """The last value of each property."""
    assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return dict(line.split(":", 1) for line in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"))


def _event(**changes) -> dict:
    event = {
        "title": "Reply due",
        "description": "Ticket 4711",
        "url": "https://help.northstar.example/ko/contact/",
        "start": _date("2026-11-21T04:00:00Z"),
        "uid": "4711@help.northstar.example",
        "now": _date("2026-11-20T04:00:00.123Z"),
    }
    return event | changes


def test_a_reminder_is_an_event_with_an_alarm(page: Page):
    text = _call(page, "calendar.js", "reminder", _event())
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Guidepost//Contact//EN",
        "BEGIN:VEVENT",
        "UID:4711@help.northstar.example",
        "DTSTAMP:20261120T040000Z",
        "DTSTART:20261121T040000Z",
        "DURATION:PT15M",
        "TRANSP:TRANSPARENT",
        "SUMMARY:Reply due",
        "DESCRIPTION:Ticket 4711",
        "URL:https://help.northstar.example/ko/contact/",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT0S",
        "DESCRIPTION:Reply due",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_reminder_keeps_every_character(page: Page):
    """Backslashes, separators and line breaks are escaped; nothing can begin a property of its own."""
    text = _call(page, "calendar.js", "reminder", _event(description="a,b;c\\d\r\nEND:VEVENT\nx\x07:\"y\""))
    assert _unfolded(text)["SUMMARY"] == "Reply due"
    assert 'DESCRIPTION:a\\,b\\;c\\\\d\\nEND:VEVENT\\nx:"y"\r\n' in text
    assert len(re.findall("^END:VEVENT", text, re.MULTILINE)) == 1


@pytest.mark.parametrize("letter", ["x", "é", "한", "🙂"])
def test_long_lines_are_folded_between_characters(page: Page, letter: str):
    for length in (60, 61, 62, 63, 64, 65, 66, 67, 68, 300):
        title = "s" * (length % 4) + letter * length
        text = _call(page, "calendar.js", "reminder", _event(title=title))
        assert _unfolded(text)["SUMMARY"] == title


def test_addresses_of_reminders_are_encoded(page: Page):
    text = _call(page, "calendar.js", "reminder", _event(url="https://help.example/한/?a=b c\r\nX:1"))
    assert _unfolded(text)["URL"] == "https://help.example/%ED%95%9C/?a=b%20cX:1"
