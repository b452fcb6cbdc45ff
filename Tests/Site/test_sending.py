"""Sending a message from the contact page to an endpoint of another origin, over a real connection."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

import modules
from modules import Modules

PAYLOAD = {
    "id": "0b7f3c52-6d0a-4d53-9e0e-1f2a3b4c5d6e", "sentAt": "2026-11-21T09:30:00.000Z",
    "site": "https://help.northstar.example/", "locale": "ko", "topic": "withdrawal-delayed", "channel": "form",
    "subject": "출금 지연", "message": "주제: 출금 지연\n\n“안 와요” \u2028 👨‍👩‍👧", "fields": {"asset": "USDT"},
}
SENT = {"state": "sent", "reference": None}
# Whether it has arrived, nobody can tell.
UNANSWERED = {"state": "failed", "reason": "unanswered", "status": 0}


class Endpoint(BaseHTTPRequestHandler):
    """Answers as the path asks for, and notes what it got."""

    protocol_version = "HTTP/1.1"
    server: "Receiver"

    def do_OPTIONS(self):
        self.server.preflights.append(self.path)
        if self.path == "/no-preflight":
            self._answer(405, b"", cors=False)
        else:
            self._answer(204, b"", headers={
                "Access-Control-Allow-Headers": "content-type", "Access-Control-Allow-Methods": "POST"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        name, _, argument = self.path[1:].partition("/")
        getattr(self, f"_{name.replace('-', '_')}")(argument)

    def _json(self, argument: str):
        self._answer(200, self.server.answer, headers={"Content-Type": argument.replace("_", "/") or "application/json"})

    def _status(self, argument: str):
        self._answer(int(argument), b"" if argument == "204" else b'{"reference": "NS-1"}')

    def _html(self, _: str):
        self._answer(200, b"<!doctype html><title>Thank you</title>", headers={"Content-Type": "text/html"})

    def _no_cors(self, _: str):
        self._answer(200, b'{"reference": "NS-1"}', cors=False)

    def _redirect(self, _: str):
        self._answer(307, b"", headers={"Location": "/json/"})

    def _late(self, _: str):
        # Until the test is over: the reader does not wait that long.
        self.server.over.wait(20)
        self.close_connection = True

    def _late_body(self, _: str):
        self._head(200, 1000)
        self.wfile.write(b'{"reference": "NS-1"')
        self.wfile.flush()
        self._late("")

    def _dropped(self, _: str):
        self.close_connection = True

    def _dropped_body(self, _: str):
        self._head(200, 1000)
        self.wfile.write(b'{"reference": "NS-1"')
        self.close_connection = True

    def _huge(self, _: str):
        self._head(200, 1 << 30)
        try:
            self.wfile.write(b'{"reference": "NS-1", "rest": "')
            while not self.server.over.is_set():
                self.wfile.write(b"x" * 65_536)
                self.server.written += 65_536
        except OSError:
            self.server.hung_up.set()
        self.close_connection = True

    def _no_preflight(self, _: str):
        raise AssertionError("a browser sends nothing that was not allowed")

    def _answer(self, status: int, body: bytes, *, cors: bool = True, headers: dict[str, str] | None = None):
        self._head(status, None if status == 204 else len(body), cors, headers)
        self.wfile.write(body)

    def _head(self, status: int, length: int | None, cors: bool = True, headers: dict[str, str] | None = None):
        self.send_response(status)
        fields = {"Content-Type": "application/json"} | (headers or {})
        if cors:
            fields["Access-Control-Allow-Origin"] = self.headers["Origin"]
        if length is not None:
            fields["Content-Length"] = str(length)
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_):
        pass


class Receiver(ThreadingHTTPServer):
    """The endpoint's server, on a port of its own and so of another origin than the page."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Endpoint)
        self.preflights: list[str] = []
        self.received: list[tuple[str, dict[str, str], bytes]] = []
        self.answer = b""
        self.written = 0
        self.over, self.hung_up = threading.Event(), threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def _receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        thread = threading.Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield receiver
        receiver.over.set()
        receiver.shutdown()
        thread.join()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with _receiver() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def scripts(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Modules]:
    with modules.served(chromium, tmp_path_factory.mktemp("modules")) as scripts:
        # What must not go along.
        scripts.page.evaluate("document.cookie = 'session=secret; path=/'")
        yield scripts


def _send(scripts: Modules, url: str, **options) -> dict:
    return scripts.call("send", "send", url, PAYLOAD, options)


def test_the_message_arrives_as_it_is_and_alone(scripts: Modules, receiver: Receiver):
    receiver.answer = b'{"reference": "NS-48201"}'
    assert _send(scripts, receiver.url + "/json/") == {"state": "sent", "reference": "NS-48201"}
    [(_, headers, body)] = receiver.received
    assert json.loads(body) == PAYLOAD
    assert headers["content-type"] == "application/json"
    assert headers["origin"] == scripts.page.url.removesuffix("/scripts/")
    assert "cookie" not in headers and "referer" not in headers and "authorization" not in headers
    assert receiver.preflights == ["/json/"]


def test_a_second_attempt_has_the_same_id(scripts: Modules, receiver: Receiver):
    assert _send(scripts, receiver.url + "/status/503")["state"] == "failed"
    assert _send(scripts, receiver.url + "/status/200")["state"] == "sent"
    assert [json.loads(body)["id"] for _, _, body in receiver.received] == [PAYLOAD["id"]] * 2


@pytest.mark.parametrize(("answer", "reference"), [
    ('{"reference": "NS-1"}', "NS-1"), ('{"reference": "  접수 12/34 "}', "접수 12/34"),
    ('{"reference": "' + "x" * 64 + '"}', "x" * 64), ('{"reference": "' + "x" * 65 + '"}', None),
    ('{"reference": "<b>1</b>"}', "<b>1</b>"), ('{"reference": "a\\nb"}', None), ('{"reference": "a\\u202eb"}', None),
    ('{"reference": "a\\u200bb"}', None), ('{"reference": ""}', None), ('{"reference": "   "}', None),
    ('{"reference": 12}', None), ('{"reference": {"a": 1}}', None), ('{"reference": null}', None), ("{}", None),
    ("[]", None), ("null", None), ('"NS-1"', None), ("", None), ("{", None), ('{"__proto__": {"reference": "NS-1"}}', None),
    ("\xff\xfe", None),
])
def test_a_reference_is_a_short_text_that_can_be_seen(
    scripts: Modules, receiver: Receiver, answer: str, reference: str | None
):
    receiver.answer = answer.encode()
    assert _send(scripts, receiver.url + "/json/") == {"state": "sent", "reference": reference}


@pytest.mark.parametrize(("kind", "reference"), [
    ("application_json; charset=utf-8", "NS-1"), ("application_problem+json", "NS-1"), ("text_html", None), ("text_x; like=application_json", None),
    ("text_plain", None), ("application_jsonp", None),
])
def test_only_json_is_read(scripts: Modules, receiver: Receiver, kind: str, reference: str | None):
    receiver.answer = b'{"reference": "NS-1"}'
    assert _send(scripts, f"{receiver.url}/json/{kind}") == {"state": "sent", "reference": reference}


@pytest.mark.parametrize("path", ["html", "status/204"])
def test_an_answer_without_a_reference_says_that_it_has_arrived(scripts: Modules, receiver: Receiver, path: str):
    assert _send(scripts, f"{receiver.url}/{path}") == SENT


@pytest.mark.parametrize("status", [201, 202])
def test_every_status_of_success_counts(scripts: Modules, receiver: Receiver, status: int):
    assert _send(scripts, f"{receiver.url}/status/{status}") == {"state": "sent", "reference": "NS-1"}


@pytest.mark.parametrize("status", [400, 401, 404, 409, 413, 422, 429, 500, 503])
def test_a_refusal_says_its_status(scripts: Modules, receiver: Receiver, status: int):
    assert _send(scripts, f"{receiver.url}/status/{status}") == {
        "state": "failed", "reason": "refused", "status": status}


@pytest.mark.parametrize("path", ["no-cors", "no-preflight", "dropped", "redirect"])
def test_an_answer_that_the_browser_withholds_is_none(scripts: Modules, receiver: Receiver, path: str):
    assert _send(scripts, f"{receiver.url}/{path}") == UNANSWERED
    # Not to where a redirect leads, nor where it was not allowed.
    assert "/json/" not in [path for path, _, _ in receiver.received]


def test_nobody_answers(scripts: Modules):
    with _receiver() as gone:
        url = gone.url
    assert _send(scripts, url + "/json/") == UNANSWERED
    assert _send(scripts, "http://") == UNANSWERED


def test_no_answer_in_time(scripts: Modules, receiver: Receiver):
    started = time.monotonic()
    assert _send(scripts, receiver.url + "/late", timeout=300) == UNANSWERED
    assert time.monotonic() - started < 5
    assert len(receiver.received) == 1


def test_a_message_has_arrived_although_the_answer_breaks_off(scripts: Modules, receiver: Receiver):
    assert _send(scripts, receiver.url + "/dropped-body") == SENT
    assert _send(scripts, receiver.url + "/late-body", timeout=300) == SENT


def test_a_huge_answer_is_not_read_to_its_end(scripts: Modules, receiver: Receiver):
    assert _send(scripts, receiver.url + "/huge") == SENT
    assert receiver.hung_up.wait(10)
    assert receiver.written < 100_000_000


def test_without_a_connection(scripts: Modules, receiver: Receiver):
    # The module is there already.
    _send(scripts, receiver.url + "/html")
    scripts.page.context.set_offline(True)
    try:
        assert _send(scripts, receiver.url + "/html") == {"state": "failed", "reason": "offline", "status": 0}
    finally:
        scripts.page.context.set_offline(False)
    assert _send(scripts, receiver.url + "/html") == SENT


def test_a_connection_that_breaks_on_the_way_may_have_taken_the_message_along(scripts: Modules, receiver: Receiver):
    scripts.page.evaluate("""async ([url, payload]) => {
      const { send } = await import("/scripts/contact/send.js");
      window.sending = send(url, payload);
    }""", [receiver.url + "/late", PAYLOAD])
    while not receiver.received:
        time.sleep(0.02)
    scripts.page.context.set_offline(True)
    try:
        receiver.over.set()
        assert scripts.page.evaluate("window.sending") == UNANSWERED
    finally:
        scripts.page.context.set_offline(False)


def test_the_browser_is_asked_to_give_nothing_away(scripts: Modules):
    init = scripts.page.evaluate("""async (payload) => {
      const { send } = await import("/scripts/contact/send.js");
      let given;
      const result = await send("https://x.example/", payload, {
        fetch: async (url, { signal, ...init }) => { given = { url, ...init }; return new Response("{}"); },
      });
      return { ...given, state: result.state };
    }""", PAYLOAD)
    assert init.pop("state") == "sent"
    assert json.loads(init.pop("body")) == PAYLOAD
    assert init == {
        "url": "https://x.example/", "method": "POST", "mode": "cors", "credentials": "omit",
        "referrerPolicy": "no-referrer", "redirect": "error",
        "headers": {"Content-Type": "application/json", "Accept": "application/json"},
    }
