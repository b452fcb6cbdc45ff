"""The ranking of channels by the contact page's script: the table of cases that binds the generator, too."""

import json
import random
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import modules
from conftest import ROOT
from modules import Modules
from published import PublishedSite

TABLE = json.loads((ROOT / "Tests/Fixtures/channel-ranking.json").read_text("utf-8"))["cases"]
# The one table of weights is the generator's.
SOURCE = (ROOT / "Sources/HelpCenter/Contact/RankingWeights.swift").read_text("utf-8")
WEIGHTS = {name: int(value) for name, value in re.findall(r"public var (\w+) = (\d+)", SOURCE)}


@pytest.fixture(scope="module")
def scripts(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Modules]:
    with modules.served(chromium, tmp_path_factory.mktemp("modules")) as scripts:
        yield scripts


def _channel(example: dict) -> dict:
    """A channel as in the page's data."""
    channel = {
        "languages": [], "medium": "text", "urgency": [], "complexity": [], "topics": None, "attachments": False,
        "public": False, "responds": None, **example,
    }
    if "within" in example:
        channel["responds"] = {name: _span(example.get(name)) for name in ("within", "typical")}
    return channel


def _span(text: str | None) -> dict | None:
    return text and {"count": int(re.match(r"\d+", text)[0]), "unit": re.search("[a-z]+", text)[0]}


def _need(wish: dict) -> dict:
    """A need as the page's script makes it."""
    topic = wish.get("topic") and {"id": wish["topic"], "channels": wish.get("preferred", [])}
    return {
        "urgency": "normal", "complexity": "complex", "language": "en", "medium": "any", "openOnly": False, "open": {},
        "needsAttachment": False, "hasPrivateDetails": wish.get("private", False), **wish, "topic": topic,
    }


def _shown(ranked: list[dict]) -> list[dict]:
    """A ranking as in the table."""
    return [
        {
            "id": entry["channel"]["id"], "fits": entry["fits"],
            "reasons": ["-+"[reason["good"]] + reason["key"] for reason in entry["reasons"]],
        }
        for entry in ranked
    ]


def _rank(scripts: Modules, case: dict) -> list[dict]:
    channels = [_channel(example) for example in case["channels"]]
    return scripts.call("ranking", "rank", channels, _need(case["need"]), WEIGHTS)


def test_ranking_is_as_the_table_says(scripts: Modules):
    assert len(TABLE) >= 80
    wrong = {}
    for case in TABLE:
        found = _shown(_rank(scripts, case))
        if found != case["expected"]:
            wrong[case["name"]] = found
    assert wrong == {}


def test_every_reason_has_its_text():
    keys = {reason[1:] for case in TABLE for entry in case["expected"] for reason in entry["reasons"]}
    texts = (ROOT / "Sources/Theme/Strings/en.yml").read_text("utf-8")
    assert keys == set(re.findall(r"^(reason(?!sFor)\w+):", texts, re.MULTILINE))


def test_the_order_of_the_channels_matters_only_between_equals(scripts: Modules):
    shuffle = random.Random(20).shuffle
    for case in TABLE:
        ranked = _rank(scripts, case)
        if len({(entry["fits"], entry["score"]) for entry in ranked}) < len(ranked):
            continue
        mixed = case["channels"].copy()
        shuffle(mixed)
        assert _shown(_rank(scripts, case | {"channels": mixed})) == case["expected"], case["name"]


def test_ranking_changes_nothing_that_it_is_given(scripts: Modules):
    channels = [_channel({"id": id, "languages": [language]}) for id, language in (("a", "en"), ("b", "ko"))]
    unchanged = scripts.page.evaluate(
        """async ([channels, need, weights]) => {
          const { rank } = await import("/scripts/contact/ranking.js");
          const before = JSON.stringify([channels, need, weights]);
          rank(channels, need, weights);
          return before === JSON.stringify([channels, need, weights]);
        }""", [channels, _need({"language": "ko"}), WEIGHTS])
    assert unchanged


def test_the_page_brings_the_table_of_weights(site: PublishedSite):
    pages = sorted(site.root.glob("*/contact/index.html"))
    assert pages
    for page in pages:
        data = re.search(r'<script type="application/json" id="gp-data">(.*?)</script>', page.read_text("utf-8"), re.S)
        assert json.loads(data[1])["weights"] == WEIGHTS, page
