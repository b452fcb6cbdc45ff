"""The requests that a reader notes after contacting support, kept by the browser."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

import modules
from modules import Modules

KEY = "guidepost-requests"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
});"""


@pytest.fixture(scope="module")
def browser(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Modules]:
    with modules.served(chromium, tmp_path_factory.mktemp("modules")) as scripts:
        yield scripts


@pytest.fixture
def scripts(browser: Modules) -> Modules:
    """A browser that remembers nothing yet."""
    browser.page.evaluate("localStorage.clear()")
    return browser


def _tab(scripts: Modules, before: str = "") -> Modules:
    """Another tab of the same browser; the script runs before its pages do."""
    page = scripts.page.context.new_page()
    page.add_init_script(before)
    page.goto("/scripts/")
    return Modules(page)


def _request(number: int = 1, **changes) -> dict:
    minutes = f"{number // 60:02}:{number % 60:02}"
    return {
        "channel": "ticket", "topic": "fees", "reference": f"NS-{number}", "sentAt": f"2026-11-21T{minutes}:00.000Z",
        **changes,
    }


def _add(scripts: Modules, request: dict) -> dict | None:
    return scripts.call("requests", "add", request)


def _list(scripts: Modules) -> list[dict]:
    return scripts.call("requests", "list")


def _store(page: Page, value: str):
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])


def _stored(page: Page) -> str | None:
    return page.evaluate("(key) => localStorage.getItem(key)", KEY)


def test_a_request_is_remembered_until_it_is_removed(scripts: Modules):
    assert _list(scripts) == []
    request = _add(scripts, _request())
    assert request == _request() | {"id": request["id"]} and len(request["id"]) == 32
    scripts.page.reload()
    assert _list(scripts) == [request]
    scripts.call("requests", "remove", "another")
    assert _list(scripts) == [request]
    scripts.call("requests", "remove", request["id"])
    assert _list(scripts) == []
    # Nothing stays behind.
    assert _stored(scripts.page) is None


def test_the_latest_comes_first(scripts: Modules):
    for number in (2, 3, 1):
        _add(scripts, _request(number))
    assert [request["reference"] for request in _list(scripts)] == ["NS-3", "NS-2", "NS-1"]


def test_two_requests_that_are_alike_are_two(scripts: Modules):
    first, second = _add(scripts, _request()), _add(scripts, _request())
    scripts.call("requests", "remove", first["id"])
    assert _list(scripts) == [second]


def test_the_oldest_go_when_there_are_too_many(scripts: Modules):
    for number in range(53):
        assert _add(scripts, _request(number))
    assert [request["reference"] for request in _list(scripts)] == [f"NS-{number}" for number in range(52, 2, -1)]


def test_a_request_that_was_made_earlier_is_remembered_in_a_full_list(scripts: Modules):
    for number in range(10, 60):
        _add(scripts, _request(number))
    _add(scripts, _request(1))
    references = [request["reference"] for request in _list(scripts)]
    assert len(references) == 50 and references[-2:] == ["NS-11", "NS-1"]


def test_a_request_may_have_neither_topic_nor_number(scripts: Modules):
    assert _add(scripts, {"channel": "chat", "sentAt": "2026-11-21T09:30:00.000Z"})
    [request] = _list(scripts)
    assert (request["topic"], request["reference"]) == (None, "")


def test_what_was_pasted_by_mistake_is_cut(scripts: Modules):
    _add(scripts, _request(reference="  x" + "👍" * 5000))
    assert len(_list(scripts)[0]["reference"].encode("utf-16-le")) <= 200


@pytest.mark.parametrize("sent", ["", "yesterday", None, 5])
def test_a_request_without_a_time_is_not_kept(scripts: Modules, sent):
    assert _add(scripts, _request(sentAt=sent)) is None
    assert _list(scripts) == []


@pytest.mark.parametrize("stored", [
    "", "{", "null", "5", '"text"', "{}", "[null, 5, \"x\", [], {}]", '{"length": 1}', "[[[[[[]]]]]]", "\u0000",
    json.dumps([_request() | {"id": 5}]), json.dumps([_request()]), json.dumps([_request() | {"id": "a", "sentAt": "x"}]),
    json.dumps([_request() | {"id": "a", "channel": None}]), json.dumps([_request() | {"id": "a", "topic": {}}]),
    json.dumps([_request() | {"id": "a", "reference": "x" * 1000}]),
])
def test_stored_nonsense_is_no_request_and_does_no_harm(scripts: Modules, stored: str):
    _store(scripts.page, stored)
    assert _list(scripts) == []
    scripts.call("requests", "remove", "a")
    # What cannot be read may be another program's: it stays until there is something to write.
    assert _stored(scripts.page) == stored
    request = _add(scripts, _request())
    assert _list(scripts) == [request]


def test_the_good_among_the_bad_stay_with_what_is_known_of_them(scripts: Modules):
    good = _request() | {"id": "a"}
    _store(scripts.page, json.dumps([None, good | {"later": "version"}, {"id": "b"}]))
    assert _list(scripts) == [good]


def test_more_than_were_ever_written_are_no_more_than_a_list_holds(scripts: Modules):
    _store(scripts.page, json.dumps([_request(number) | {"id": str(number)} for number in range(500)]))
    assert [request["id"] for request in _list(scripts)] == [str(number) for number in range(499, 449, -1)]


def test_full_storage_loses_nothing(scripts: Modules):
    first = _add(scripts, _request())
    scripts.page.evaluate("""() => {
      for (let size = 1 << 22; size >= 1; size = Math.floor(size / 2)) {
        for (let number = 0; ; number += 1) {
          try { localStorage.setItem(`${size}-${number}`, "x".repeat(size)); } catch { break; }
        }
      }
    }""")
    assert _add(scripts, _request(2)) is None
    assert _list(scripts) == [first]
    scripts.call("requests", "remove", first["id"])
    assert _list(scripts) == []


def test_a_browser_that_keeps_nothing(scripts: Modules):
    tab = _tab(scripts, NO_STORAGE)
    assert _list(tab) == []
    assert _add(tab, _request()) is None
    tab.call("requests", "remove", "a")


def test_two_tabs_do_not_overwrite_each_other(scripts: Modules):
    other = _tab(scripts)
    first = _add(scripts, _request(1))
    second = _add(other, _request(2))
    third = _add(scripts, _request(3))
    assert _list(other) == _list(scripts) == [third, second, first]
    other.call("requests", "remove", first["id"])
    scripts.call("requests", "remove", second["id"])
    assert _list(other) == [third]


def test_another_tab_hears_of_a_change(scripts: Modules):
    other = _tab(scripts).page
    other.evaluate("""() => addEventListener("storage", ({ key }) => { window.heard = key; })""")
    _add(scripts, _request())
    other.wait_for_function("window.heard !== undefined")
    assert other.evaluate("window.heard") == KEY
