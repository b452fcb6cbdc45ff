"""What the verify page says of links, addresses, numbers and names: never that something is official that is not."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import mutations
from script_server import origin  # noqa: F401, a fixture

CASES = json.loads((Path(__file__).parent / "verify-cases.json").read_text("utf-8"))
MUTATIONS = 250  # of each way to write each entry
SEED = 20261121


@pytest.fixture(scope="module")
def module(chromium: Browser, origin: str) -> Iterator[Page]:
    """A page in which `verify` is the published function."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{origin}/scripts/")
    page.evaluate("async () => { window.verify = (await import('/scripts/contact/verify.js')).verify; }")
    yield page
    context.close()


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


@pytest.mark.parametrize("frame", ["https://{}.example/", "https://{}.test/", "support@{}.example", "{}-login.test"])
def test_each_slip_of_a_letter_is_named_as_an_imitation(module: Page, frame: str):
    """Every letter missing, doubled, changed, added or swapped, and every character that passes for it."""
    name, letters = "northstar", "abcdefghijklmnopqrstuvwxyz"
    places = range(len(name))
    slips = {
        *(name[:at] + name[at + 1 :] for at in places),
        *(name[:at] + name[at : at + 2][::-1] + name[at + 2 :] for at in places),
        *(name[:at] + letter + name[at + 1 :] for at in places for letter in letters),
        *(name[:at] + letter + name[at:] for at in places for letter in letters),
        *(name[:at] + other + name[at + 1 :] for at in places for other in mutations.HOMOGLYPHS.get(name[at], "")),
    } - {name}
    texts = [frame.format(slip) for slip in sorted(slips)]
    verdicts = module.evaluate(
        "([texts, entries]) => texts.map((text) => verify(text, entries).verdict)",
        [texts, CASES["northstar"]["entries"]],
    )
    assert {text: verdict for text, verdict in zip(texts, verdicts, strict=True) if verdict != "lookalike"} == {}


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
        "a" + " " * 90_000 + "a",
    ],
    ids=range(17),
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


@pytest.mark.parametrize("name", CASES)
def test_what_is_copied_from_the_list_is_official(module: Page, name: str):
    kinds = ("website", "email", "phone", "account")
    entries = [it for it in CASES[name]["entries"] if it["kind"] in kinds and it.get("host") not in mutations.SHARED]
    found = module.evaluate("(entries) => entries.map(({ label }) => verify(label, entries).entry?.label)", entries)
    assert found == [entry["label"] for entry in entries]


def test_without_a_list_nothing_is_official(module: Page):
    texts = [case["input"] for case in CASES["northstar"]["cases"]]
    verdicts = module.evaluate("(texts) => texts.map((text) => verify(text, []).verdict)", texts)
    assert set(verdicts) <= {"unlisted", "unclear"}
