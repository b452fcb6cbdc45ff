"""What the verify page says of links, addresses, numbers and names: never that something is official that is not."""

import functools
import http.server
import json
import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import mutations
from browser import DESKTOP, PHONE

HERE = Path(__file__).parent
PUBLIC = HERE.parents[1] / "Public"
CASES = json.loads((HERE / "verify-cases.json").read_text("utf-8"))
MUTATIONS = 250  # of each way to write each entry
SEED = 20261121


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the scripts as they are, and the page that the tests use."""

    def translate_path(self, path: str) -> str:
        if path.partition("?")[0] == "/verify.html":
            return str(HERE / "fixtures/verify.html")
        return super().translate_path(path)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    """A server of the scripts."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=PUBLIC)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def module(chromium: Browser, origin: str) -> Iterator[Page]:
    """A page in which `verify` is the published function."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{origin}/scripts/")
    page.evaluate("async () => { window.verify = (await import('/scripts/contact/verify.js')).verify; }")
    yield page
    context.close()


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


# The judgement


@pytest.mark.parametrize("name", CASES)
def test_each_case_is_judged_as_the_table_says(module: Page, name: str):
    cases, entries = CASES[name]["cases"], CASES[name]["entries"]
    found = module.evaluate(
        """([cases, entries]) => cases.map(({ input }) => {
          const { verdict, entry, reasons } = verify(input, entries);
          return { input, verdict, entry: entry?.label ?? null, reasons: reasons.map(({ key }) => key) };
        })""",
        [cases, entries],
    )
    wrong = [f"{want} but got {got}" for want, got in zip(cases, found, strict=True) if want != got]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", CASES)
def test_no_mutation_is_official_unless_it_is_the_same_address(module: Page, name: str):
    """An oracle that knows nothing of the scripts decides what is the same."""
    entries = CASES[name]["entries"]
    chance = random.Random(f"{SEED}{name}")
    starts = [text for entry in entries for text in mutations.seeds(entry)]
    texts = sorted({mutations.mutate(text, chance) for text in starts for _ in range(MUTATIONS)})
    official = module.evaluate(
        """([texts, entries]) => {
          const parse = (text) => {
            try {
              const url = new URL(text);
              const user = url.username + url.password;
              return { protocol: url.protocol, user, host: url.hostname, port: url.port, path: url.pathname,
                rest: url.search + url.hash };
            } catch { return null; }
          };
          return texts.filter(({ text }) => verify(text, entries).verdict === "official")
            .map(({ text, address }) => ({ text, url: parse(address) }));
        }""",
        [[{"text": text, "address": mutations.address_in(text)} for text in texts], entries],
    )
    wrong = [it["text"] for it in official if not mutations.is_same(it["text"], it["url"], entries)]
    assert not wrong, "\n".join(map(repr, wrong))
    assert official, "the mutations leave nothing as it was, so they prove little"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "https://northstar.example/" + "a" * 100_000,
        "northstar." * 10_000,
        "@" * 100_000,
        "northstar.example " * 6_000,
        "https://" + "n0rthstar-" * 900 + ".example",
        "xn--" + "a" * 9_000,
        "+" + "1 " * 4_900,
        "(" * 50_000 + ")" * 50_000,
        "<" * 9_000,
        "[" * 9_000,
        "%" * 9_000,
        "." * 9_999,
        "…" * 9_999,
        " \n" * 50_000,
        "e\u0301" * 4_999,
    ],
    ids=range(16),
)
def test_long_texts_take_no_time(module: Page, text: str):
    """A reader on a slow phone waits for a tenth of what is allowed here."""
    verdict, time = module.evaluate(
        """([text, entries]) => {
          const start = performance.now();
          const { verdict } = verify(text, entries);
          return [verdict, performance.now() - start];
        }""",
        [text, CASES["northstar"]["entries"]],
    )
    assert verdict != "official"
    assert time < 500, f"{time} ms"


def test_internationalised_names_are_decoded_as_rfc_3492_says(module: Page):
    """Python's own codec decides."""
    chance = random.Random(SEED)
    letters = "abz019-áßжңՙקهの交易所한😀"
    names = ["".join(chance.choices(letters, k=chance.randint(1, 12))) for _ in range(500)]
    names = [name for name in names if not name.isascii()]
    labels = ["xn--" + name.encode("punycode").decode("ascii") for name in names]
    decoded = module.evaluate(
        """async (labels) => {
          const { decodeLabel } = await import("/scripts/contact/verify-punycode.js");
          return labels.map((label) => decodeLabel(label));
        }""",
        labels,
    )
    assert [it for it in zip(labels, names, decoded, strict=True) if it[1] != it[2] and len(it[0]) < 64] == []


def test_without_a_list_nothing_is_official(module: Page):
    texts = [case["input"] for case in CASES["northstar"]["cases"]]
    verdicts = module.evaluate("(texts) => texts.map((text) => verify(text, []).verdict)", texts)
    assert set(verdicts) <= {"unlisted", "unclear"}


# The page


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


@pytest.mark.parametrize(("motion", "scrolls"), [("no-preference", True), ("reduce", False)])
def test_the_list_is_scrolled_to_only_where_motion_is_welcome(
    chromium: Browser, origin: str, motion: str, scrolls: bool
):
    context = chromium.new_context(base_url=origin, viewport=PHONE, reduced_motion=motion)
    page = context.new_page()
    page.goto("/verify.html")
    page.evaluate("document.querySelector('[data-entry]').parentElement.style.marginTop = '3000px'")
    _check(page, "northstar.example")
    page.wait_for_timeout(1000)
    assert (page.evaluate("scrollY") > 0) == scrolls
    context.close()
