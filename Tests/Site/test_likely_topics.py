"""Which topics the contact page offers to readers who come from a search, by a table of searches in five languages."""

import json
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import modules
from conftest import ROOT
from modules import Modules

TABLE = json.loads((ROOT / "Tests/Site/likely-topics.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def scripts(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Modules]:
    with modules.served(chromium, tmp_path_factory.mktemp("modules")) as scripts:
        yield scripts


def _likely(scripts: Modules, query: str, topics: list[dict]) -> list[str]:
    return scripts.call("match", "likelyTopics", query, topics)


@pytest.mark.parametrize("locale", TABLE)
def test_the_likeliest_topic_comes_first_and_none_for_another_matter(scripts: Modules, locale: str):
    topics, wrong = TABLE[locale]["topics"], {}
    for case in TABLE[locale]["cases"]:
        found = _likely(scripts, case["query"], topics)
        if found[:1] != ([case["likely"]] if case["likely"] else []):
            wrong[case["query"]] = found
    assert wrong == {}


@pytest.mark.parametrize("locale", TABLE)
def test_no_more_than_three_each_once(scripts: Modules, locale: str):
    topics = TABLE[locale]["topics"]
    for case in TABLE[locale]["cases"]:
        found = _likely(scripts, case["query"], topics)
        assert len(found) <= 3 and len(set(found)) == len(found)


@pytest.mark.parametrize("locale", TABLE)
def test_every_title_leads_to_its_topic(scripts: Modules, locale: str):
    topics = TABLE[locale]["topics"]
    assert {topic["title"]: topic["id"] for topic in topics} == {
        topic["title"]: _likely(scripts, topic["title"], topics)[0] for topic in topics}


@pytest.mark.parametrize("locale", TABLE)
def test_case_width_and_composition_do_not_matter(scripts: Modules, locale: str):
    topics = TABLE[locale]["topics"]
    for case in TABLE[locale]["cases"]:
        query = case["query"]
        forms = [query.upper(), query.lower(), unicodedata.normalize("NFD", query), f" ¿{query}!? "]
        assert [_likely(scripts, form, topics) for form in forms] == [_likely(scripts, query, topics)] * len(forms), query


def test_an_article_leads_to_its_topic(scripts: Modules):
    topics = [
        {"id": "a", "title": "Deposits", "keywords": [], "articles": [{"title": "Recover tokens of a hard fork"}]},
        {"id": "b", "title": "Withdrawals", "keywords": [], "articles": []},
    ]
    assert _likely(scripts, "hard fork", topics) == ["a"]


@pytest.mark.parametrize(("query", "title"), [
    ("не могу войти в аккаунт", "Не получается войти"), ("olvidé mi contraseña", "Contrasena olvidada"),
    ("não consigo sacar", "Saques: não consigo sacar"), ("提領一直沒有到帳", "提領未到帳"),
    ("el código no llega", "Codigo"), ("توثيق هويه", "الهُوية"),
])
def test_other_languages_have_words_or_pairs_as_well(scripts: Modules, query: str, title: str):
    others = ["Комиссии", "Comisiones", "Taxas", "手續費", "Feedback"]
    topics = [{"id": name, "title": name, "keywords": [], "articles": []} for name in [*others, title]]
    assert _likely(scripts, query, topics) == [title]


@pytest.mark.parametrize("query", ["", "   ", "?!…", "\u0000", "\ud83d", "🦊🦊", "0 1 2", "'; --", "__proto__ constructor"])
def test_a_search_without_words_is_about_nothing(scripts: Modules, query: str):
    for locale in TABLE.values():
        assert _likely(scripts, query, locale["topics"]) == []


def test_without_topics_nothing_is_likely(scripts: Modules):
    assert _likely(scripts, "deposit", []) == []


def test_a_huge_search_is_answered(scripts: Modules):
    topics = TABLE["en"]["topics"]
    assert _likely(scripts, "withdrawal stuck " + "x" * 100_000, topics) == ["withdrawal-delayed"]
    # Nobody searches for more than a few sentences: what was pasted behind them does not hide them.
    pasted = " ".join(f"w{number}x" for number in range(10_000))
    assert _likely(scripts, "withdrawal stuck pending failed " * 16 + pasted, topics)[0] == "withdrawal-delayed"
    assert _likely(scripts, "提" * 100_000, TABLE["zh-Hans"]["topics"]) == []
