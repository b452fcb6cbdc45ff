"""The search client looks up, ranks and shows what an index holds, in a browser and in Node, whatever the index is like."""

import gzip
import json
import random
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import servers
from search_index import article, files, postings

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "Public/search/client.js"
CASES = json.loads((ROOT / "Tests/Fixtures/search-text.json").read_text("utf-8"))

# A server of the files below `search/`: notes what it is asked for, and fails where it shall.
SERVER = """
class Server {
  asked = [];
  failing = {};
  constructor(files) { this.files = { ...files }; }
  fetch = async (url) => {
    if (!url.startsWith("https://help.example/docs/search/")) throw new Error(`asked for ${url}`);
    const path = url.slice("https://help.example/docs/search/".length);
    this.asked.push(path);
    await null;
    const name = path.replace(/[?].*/, "");
    if (this.failing[name] === "network") throw new TypeError("no network");
    const status = this.failing[name] ?? (name in this.files ? 200 : 404);
    return new Response(status === 200 ? this.files[name] : "", { status });
  };
  open(locale = "en") { return client.openIndex({ base: "https://help.example/docs", locale, fetch: this.fetch }); }
}
/** What came of a promise: its value, or the code of the error. */
const outcome = (promise) => promise.then((value) => value, (error) =>
  error instanceof client.SearchError ? `SearchError ${error.code}` : `${error}`);
"""

Run = Callable[..., object]


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of a server that has the client, under a policy that allows scripts of the site and nothing else."""
    with servers.python(ROOT / "Public", tmp_path_factory.mktemp("public"), servers.free_port()) as server:
        context = chromium.new_context(base_url=server.url)
        page = context.new_page()
        page.goto("/no-such-page")
        yield page
        context.close()


@pytest.fixture(params=["chromium", "node"])
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Run:
    """Runs the body of a function of `client`, the module, and of `given`."""

    def in_browser(body: str, given=None):
        source = f"async (given) => {{ const client = await import('/search/client.js'); {SERVER} {body} }}"
        return request.getfixturevalue("page").evaluate(source, given)

    def in_node(body: str, given=None):
        (tmp_path / "given.json").write_text(json.dumps(given), "utf-8")
        # An own name, for a module of Node's ends in .mjs.
        shutil.copy(CLIENT, tmp_path / "client.mjs")
        (tmp_path / "run.mjs").write_text(
            "import * as client from './client.mjs'; import { readFileSync } from 'node:fs';"
            "const given = JSON.parse(readFileSync(new URL('given.json', import.meta.url), 'utf-8'));"
            f"{SERVER} const found = await (async () => {{ {body} }})(); console.log(JSON.stringify(found ?? null));",
            "utf-8")
        result = subprocess.run(["node", "run.mjs"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    if request.param == "node" and not shutil.which("node"):
        pytest.skip("there is no Node.js on this machine")
    return in_node if request.param == "node" else in_browser


@pytest.fixture
def search(run: Run) -> Callable[..., dict]:
    """What an index has for a query."""

    def found(index: dict[str, str], query: str, locale: str = "en", **options) -> dict:
        return run(
            "const index = await new Server(given.index).open(given.locale);"
            "return index.search(given.query, given.options);",
            {"index": index, "query": query, "locale": locale, "options": options})

    return found


DOCUMENTS = [
    article("en/reset/", "Reset your password", "Open the app. Choose Forgot password and reset it.",
            summary="How to choose a new password."),
    article("en/two-factor/", "Two-factor authentication", "A code protects your account.", "Keep the recovery code.",
            summary="A second lock for accounts."),
    article("en/faq/#locked", "Why is my account locked?", kind=2, own=[1, 1], passages=[
        ["fees", "What does it cost?", "Nothing."],
        ["locked", "Why is my account locked?", "Too many wrong passwords. Wait one hour."]]),
    article("en/close/", "Close your account", "Withdraw everything. Then close the account.", kind=1,
            summary="Closing is final.", language="de"),
]  # fmt: skip
TERMS = {
    "account": postings(20, {1: 4, 2: 12, 3: 12}),
    "accounts": ">account",
    "authent": postings(40, {1: 12}),
    "authentication": ">authent",
    "close": postings(40, {3: 12}),
    "closing": ">close",
    "code": postings(40, {1: 6}),
    "factor": postings(40, {1: 12}),
    "lock": postings(40, {1: 2, 2: 12}),
    "locked": ">lock",
    "password": postings(30, {0: 12, 2: 3}),
    "passwords": ">password",
    "recovery": postings(50, {1: 4}),
    "reset": postings(45, {0: 12}),
    "two": postings(40, {1: 12}),
    "twofactor": postings(50, {1: 12}),
    "your": postings(4, {0: 12, 3: 12}),
}
WORDS = ("account", "accounts", "authentication", "close", "closing", "code", "factor", "lock", "locked", "password",
         "passwords", "recovery", "reset", "your")  # fmt: skip
INDEX = files(DOCUMENTS, TERMS, words=WORDS)


def titles(response: dict) -> list[str]:
    return [result["title"] for result in response["results"]]


def marked(text: str, ranges: list[list[int]]) -> str:
    """A text with its ranges, which count UTF-16 units, in brackets."""
    units = text.encode("utf-16-le")
    pieces, last = [], 0
    for start, end in ranges:
        pieces += [units[2 * last : 2 * start], "[".encode("utf-16-le"), units[2 * start : 2 * end], "]".encode("utf-16-le")]
        last = end
    return b"".join([*pieces, units[2 * last :]]).decode("utf-16-le")


# Text


def test_texts_fold_and_split_as_in_the_table(run: Run):
    found = run("return given.map((text) => { const lower = client.lower(text); return [lower, client.bare(lower),"
                " client.tokenize(lower).map(({ kind, text }) => [kind, text])]; })", [case["text"] for case in CASES])
    assert len(CASES) >= 200
    for case, (lower, bare, tokens) in zip(CASES, found, strict=True):
        assert (lower, bare) == (case["lower"], case["bare"]), case
        assert tokens == [token[:2] for token in case["tokens"]], case


# Results


def test_results_are_whole(search: Callable):
    response = search(INDEX, "close accounts")
    assert response["results"][0] == {
        "url": "https://help.example/docs/en/close/",
        "title": "Close your account",
        "titleRanges": [[0, 5], [11, 18]],
        "breadcrumb": ["Account", "Security"],
        "kind": "faq",
        "language": "de",
        "excerpt": {"text": "Then close the account.", "ranges": [[5, 10], [15, 22]]},
        # Of 16 of the text's weight each: 40·(12+3) + 20·(12+3); nearness: 46·(40+20)/16.
        "score": 16 * (600 + 300) + 46 * 60,
    }
    assert titles(response) == ["Close your account", "Why is my account locked?", "Two-factor authentication"]
    assert response["isGood"] and response["unknown"] == [] and "incomplete" not in response


def test_neighbours_in_a_title_count(search: Callable):
    def bonus(query: str) -> int:
        first = [search(files(DOCUMENTS, TERMS, pair=pair), query)["results"][0]["score"] for pair in (0, 16)]
        return first[1] - first[0]

    assert bonus("your password") == 16 * 4
    assert bonus("password your") == bonus("reset password") == bonus("password") == 0
    assert bonus("two-factor authentication") == 16 * (40 + 40)


def test_order_is_by_score_then_by_number(search: Callable):
    same = [article(f"en/{number}/", f"Article {number}") for number in range(40)]
    terms = {"word": postings(10, {number: 1 + (number % 3 == 0) for number in range(40)})}
    response = search(files(same, terms), "word", limit=20)
    assert titles(response) == [f"Article {number}" for number in [*range(0, 40, 3), *[1, 2, 4, 5, 7, 8]]]


def test_question_is_excerpted_from_its_own_answer(search: Callable):
    result = search(INDEX, "locked passwords")["results"][0]
    assert result["url"].endswith("en/faq/#locked") and result["kind"] == "question"
    assert marked(**result["excerpt"]) == "Too many wrong [passwords]. Wait one hour."


def test_result_without_a_match_in_its_text_shows_its_summary(search: Callable):
    result = search(INDEX, "two lock")["results"][0]
    assert result["title"] == "Two-factor authentication"
    assert marked(**result["excerpt"]) == "A second [lock] for accounts."


@pytest.mark.parametrize(
    ("query", "first", "unknown"),
    [
        # A form that the articles have, another one, accents.
        ("passwords", "Reset your password", []), ("Pásswörd", "Reset your password", []),
        # Joined words, and words that others write as one.
        ("two-factor", "Two-factor authentication", []), ("twofactor", "Two-factor authentication", []),
        # Nearly: inserted, left out, replaced, swapped.
        ("passsword", "Reset your password", []), ("pasword", "Reset your password", []),
        ("pazsword", "Reset your password", []), ("passwrod", "Reset your password", []),
        ("authantiction code", "Two-factor authentication", []),
        # A form that no article has begins alike.
        ("closed now", "Close your account", ["now"]),
        # What is being written.
        ("auth", "Two-factor authentication", []), ("reset my pas", "Reset your password", ["my"]),
        ("xyzzy", None, ["xyzzy"]), ("lokc", None, ["lokc"]), ("auth ", "Two-factor authentication", []),
        ("12345", None, ["12345"]),
    ],
)  # fmt: skip
def test_words_are_found_in_other_forms(search: Callable, query: str, first: str | None, unknown: list[str]):
    response = search(INDEX, query)
    assert (titles(response) or [None])[0] == first
    assert response["unknown"] == unknown


@pytest.mark.parametrize(
    ("query", "is_good"),
    [
        ("recover", True), ("recovry", True), ("authentic", False), ("closely", False), ("authantiction", False),
        ("closely account", True), ("account xyzzy", False), ("account t", True), ("reset your xyzzy password", True),
        ("reset how xyzzy password", False),
    ],
)  # fmt: skip
def test_resemblance_alone_is_not_good(search: Callable, query: str, is_good: bool):
    index = json.loads(INDEX["en/index.json"])
    index["ranking"]["unseen"] = 1
    response = search(INDEX | {"en/index.json": json.dumps(index | {"asking": {"words": ["how"]}})}, query + " ")
    assert response["results"] and response["isGood"] is is_good
    assert response["unknown"] == ["xyzzy"] * query.count("xyzzy")


def test_beginning_that_spans_files_has_an_entry_of_its_own(search: Callable):
    terms = TERMS | {"re*": postings(9, {3: 15})}
    response = search(files(DOCUMENTS, terms, shards=("", "rec", "reset")), "re")
    assert titles(response) == ["Close your account"]


def test_spellings_of_chinese_find_each_other(search: Callable):
    documents = [article("zh-Hans/a/", "重置账户", summary="您的账户已被锁定。"),
                 article("zh-Hans/b/", "费用", summary="没有账单。")]
    terms = {"账": postings(10, {0: 9, 1: 5}), "户": postings(10, {0: 9}), "账户": postings(30, {0: 9}),
             "帳": ">账", "戶": ">户", "单": postings(9, {1: 5})}  # fmt: skip
    index = files(documents, terms, locale="zh-Hans", shards=("", "户", "账"))
    found = search(index, "帳戶", locale="zh-Hans")
    assert titles(found) == ["重置账户", "费用"]
    assert marked(**found["results"][0]["excerpt"]) == "您的[账户]已被锁定。"
    # A single character is a word where nothing else is written, and a part of one beside others.
    assert marked(**search(index, "账", locale="zh-Hans")["results"][1]["excerpt"]) == "没有[账]单。"


def test_accents_that_tell_words_apart_are_kept_where_the_index_keeps_them(search: Callable):
    documents = [article("vi/a/", "Tài khoản", "Tài khoản của bạn"), article("vi/b/", "Tái tạo", "Tái tạo mã")]
    terms = {"tài": postings(20, {0: 9}), "tái": postings(20, {1: 9}), "tai": ">tài>tái"}
    index = files(documents, terms, locale="vi", prefixKnown=0)
    assert titles(search(index, "tái", locale="vi")) == ["Tái tạo"]
    assert titles(search(index, "tai", locale="vi")) == ["Tài khoản", "Tái tạo"]


# Excerpts and answers


LONG = "Intro one. " + "word " * 40 + "then comes the needle " + "more " * 60 + "end. Last."


def test_excerpts_are_cut_between_words_and_say_so(search: Callable):
    index = files([article("en/a/", "A", LONG)], {"comes": postings(20, {0: 9}), "needle": postings(20, {0: 9})})
    excerpt = search(index, "needle comes")["results"][0]["excerpt"]
    assert excerpt["text"].startswith("…word") and excerpt["text"].endswith("more…")
    assert len(excerpt["text"]) <= 182 and "[comes] the [needle]" in marked(**excerpt)


@pytest.mark.parametrize("mark", ["\U0001f469\u200d\U0001f4bb", "e\u0301\u0323", "\U00020000", "か\u3099", "กำ"])
def test_excerpts_never_cut_a_character(search: Callable, mark: str):
    whole = f"{mark * 90} needle {mark * 9} thread {mark * 300}"
    index = files([article("en/a/", "A", whole)], {word: postings(20, {0: 9}) for word in ("needle", "thread")})
    excerpt = search(index, "needle thread")["results"][0]["excerpt"]
    text = excerpt["text"].strip("…")
    assert text in whole and "[thread]" in marked(**excerpt)
    # Half of a pair of surrogates could not be encoded, and a mark alone would begin what follows.
    text.encode("utf-8")
    assert not unicodedata.category(whole[whole.index(text) + len(text)]).startswith("M")


ANSWERING = files(
    [
        article("en/limits/", "Limits", passages=[
            ["", "", "About limits."],
            ["daily", "Daily limit", "It depends.\nThe daily withdrawal limit is 100. It rises later! Ask us? Yes.\nOther."]]),
        article("en/fees/", "Fees", "No withdrawal is free."),
    ],
    {"daily": postings(40, {0: 9}), "withdrawal": postings(40, {0: 5, 1: 2}), "limit": postings(40, {0: 15})},
)  # fmt: skip


def test_clear_winner_is_the_answer(search: Callable):
    answer = search(ANSWERING, "daily withdrawal limit")["answer"]
    assert marked(answer.pop("text"), answer.pop("ranges")) == \
        "The [daily] [withdrawal] [limit] is 100. It rises later! Ask us? Yes."
    assert answer == {
        "url": "https://help.example/docs/en/limits/#daily", "title": "Limits", "heading": "Daily limit",
        "breadcrumb": ["Account", "Security"], "kind": "guide",
    }  # fmt: skip


@pytest.mark.parametrize("query", ["daily limit", "daily withdrawal limit now today quickly", "withdrawal", "nothing"])
def test_no_answer_without_enough_of_the_query(search: Callable, query: str):
    assert search(ANSWERING, query)["answer"] is None


def test_no_answer_when_two_are_alike(search: Callable):
    documents = [article(f"en/{name}/", name, "The daily withdrawal limit.") for name in "ab"]
    terms = {word: postings(40, {0: 9, 1: 9}) for word in ("daily", "withdrawal", "limit")}
    assert search(files(documents, terms), "daily withdrawal limit")["answer"] is None


def test_answer_of_a_question_is_its_beginning(search: Callable):
    answered = "First of all, wait. " + "Then read on and on. " * 20 + "\nThe daily withdrawal limit."
    documents = [article("en/faq/#why", "Why?", kind=2, own=[0, 1], passages=[["why", "Why?", answered.strip()]])]
    terms = {word: postings(40, {0: 9}) for word in ("daily", "withdrawal", "limit")}
    answer = search(files(documents, terms), "daily withdrawal limit")["answer"]
    assert answer["text"] == ("First of all, wait. " + "Then read on and on. " * 13).strip()
    assert (answer["heading"], answer["url"]) == ("Why?", "https://help.example/docs/en/faq/#why")


def test_question_that_is_the_query_is_answered_whatever_its_answer_says(search: Callable):
    terms = {word: postings(40, {0: 9}) for word in ("daily", "withdrawal", "limit")}

    def answer(kind: int = 2, title: str = "What is the daily withdrawal limit?", **more) -> dict | None:
        documents = [article("en/faq/#limit", title, kind=kind, **{"passages": [["limit", "", "100. It rises."]]} | more)]
        return search(files(documents, terms), "daily withdrawal limit")["answer"]

    assert answer()["text"] == "100. It rises." and answer()["heading"] == "What is the daily withdrawal limit?"
    assert answer(passages=[["limit", "", "100. It is daily."]])["ranges"] == [[11, 16]]
    assert answer(kind=0) is answer(title="What is the daily limit?") is answer(passages=[]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daily withdrawal limit", None), ("Daily withdrawal limit:", None), ("Daily withdrawal limit. Rest", "Daily withdrawal limit."),
        ("(“Daily withdrawal limit!”)", "(“Daily withdrawal limit!”)"), ("„Daily withdrawal limit.“", "„Daily withdrawal limit.“"),
        ("「Daily withdrawal limit。」", "「Daily withdrawal limit。」"), ("Daily withdrawal limit؟\"", "Daily withdrawal limit؟\""),
    ],
)  # fmt: skip
def test_answer_ends_with_the_mark_of_a_sentence(search: Callable, text: str, expected: str | None):
    terms = {word: postings(40, {0: 9}) for word in ("daily", "withdrawal", "limit")}
    answer = search(files([article("en/limits/", "Limits", text)], terms), "daily withdrawal limit")["answer"]
    assert (answer and answer["text"]) == expected


# Queries


@pytest.mark.parametrize("query", ["", " ", "\n\t", "?!…", "—", "\u200b\ufeff", "🙂"])
def test_query_of_nothing_finds_nothing(run: Run, query: str):
    found = run("const server = new Server(given.index); const index = await server.open();"
                "return [await index.search(given.query), server.asked.length];", {"index": INDEX, "query": query})
    assert found == [{"results": [], "answer": None, "isGood": False, "unknown": []}, 1]


def test_enormous_query_costs_nothing(run: Run):
    milliseconds = run("""
      const index = await new Server(given).open();
      const start = performance.now();
      for (const text of ["password ", "a", "密码", "😀", "e\\u0301", "\\u0301", "ﷺ", "-", "<b>"]) {
        await index.search(text.repeat(1e6 / text.length));
      }
      return performance.now() - start;""", INDEX)
    assert milliseconds < 1000


def test_markup_is_text(search: Callable):
    documents = [article("en/a/", "<b>Bold</b> & script", "Use <script>alert(1)</script> here.")]
    index = files(documents, {"script": postings(20, {0: 9}), "alert": postings(20, {0: 9})})
    result = search(index, '<script>alert("1")</script>')["results"][0]
    assert result["title"] == "<b>Bold</b> & script"
    assert marked(**result["excerpt"]) == "Use <[script]>[alert]([1])</[script]> here."


@pytest.mark.parametrize("word", ["constructor", "__proto__", "toString", "hasOwnProperty", "prototype"])
def test_words_that_objects_know_are_words(search: Callable, word: str):
    assert search(INDEX, word)["unknown"] == [word.strip("_").lower()]
    found = search(files([article("en/a/", word, summary=f"Of {word}.")], {word.strip("_").lower(): postings(9, {0: 9})}), word)
    assert marked(**found["results"][0]["excerpt"]).count("[") == 1


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (2, 2), (10, 10), (0, 1), (-5, 1), (2.9, 2), (1e9, 100), ("3", 3), (None, 1)])
def test_limit_is_a_number_of_results(search: Callable, limit, count: int):
    documents = [article(f"en/{number}/", f"Article {number}") for number in range(120)]
    index = files(documents, {"word": postings(20, dict.fromkeys(range(120), 9))}, block=32)
    assert len(search(index, "word", limit=limit)["results"]) == count


def test_what_a_limit_leaves_out_does_not_change_the_first(search: Callable):
    for query in ["account", "close accounts", "two lock"]:
        assert search(INDEX, query, limit=1)["results"] == search(INDEX, query)["results"][:1]


# Files


def test_nothing_is_asked_for_twice(run: Run):
    asked = run("""
      const server = new Server(given); const index = await server.open();
      await Promise.all(["reset password", "password", "accounts", "two-factor"].map((query) => index.search(query)));
      await index.search("reset password");
      return server.asked;""", files(DOCUMENTS, TERMS, shards=("", "c", "m"), words=WORDS))
    assert len(asked) == len(set(asked))
    assert asked[0] == "en/index.json" and len(asked) > 6


def test_only_what_a_query_needs_is_asked_for(run: Run):
    asked = run("""
      const server = new Server(given); const index = await server.open();
      await index.search("reset ");
      await index.search("reset password ");
      return server.asked;""", files(DOCUMENTS, TERMS, shards=("", "c", "m", "s"), words=WORDS))
    # A word by itself stands near to no other: no text is read for it.
    assert asked[:3] == ["en/index.json", "en/one/terms-2.json", "en/one/docs-0.json"]
    assert sorted(asked[3:]) == ["en/one/docs-1.json", "text/one0.json"]


def test_file_that_fails_once_is_asked_for_again(run: Run):
    [first, second, asked] = run("""
      const server = new Server(given); const index = await server.open();
      server.failing["en/one/terms-1.json"] = 500;
      const first = await index.search("account password");
      server.failing = {};
      const before = server.asked.length;
      return [first, await index.search("account password"), server.asked.slice(before)];""",
      files(DOCUMENTS, TERMS, shards=("", "m")))  # fmt: skip
    assert first["incomplete"] is True and first["unknown"] == []
    assert titles(first) == ["Why is my account locked?", "Close your account", "Two-factor authentication"]
    assert "incomplete" not in second and "Reset your password" in titles(second)
    assert asked[0] == "en/one/terms-1.json" and {path.partition("/")[0] for path in asked[1:]} == {"text"}


@pytest.mark.parametrize("file", ["en/one/docs-1.json", "text/one3.json"])
def test_results_of_the_other_files_are_shown(run: Run, file: str):
    response = run("""
      const server = new Server(given.index); const index = await server.open();
      server.failing[given.file] = "network";
      return index.search("close account");""", {"index": INDEX, "file": file})  # fmt: skip
    assert response["incomplete"] is True
    assert ("Close your account" in titles(response)) is (file == "text/one3.json")
    assert "Two-factor authentication" in titles(response)


def test_articles_that_are_found_and_not_told_of_are_an_error(run: Run):
    found = run("""
      const server = new Server(given); const index = await server.open();
      server.failing = { "en/one/docs-0.json": "network", "en/one/docs-1.json": 503 };
      const none = await outcome(index.search("account"));
      server.failing = {};
      return [none, (await index.search("account")).results.length];""", INDEX)  # fmt: skip
    assert found == ["SearchError unreachable", 3]


def test_no_answer_of_the_server_is_an_error(run: Run):
    found = run("""
      const server = new Server(given);
      server.failing["en/index.json"] = "network";
      const unopened = await outcome(server.open());
      server.failing["en/index.json"] = 503;
      const busy = await outcome(server.open());
      server.failing = { "en/one/terms-0.json": "network" };
      const index = await server.open();
      const unanswered = await outcome(index.search("account"));
      server.failing = {};
      return [unopened, busy, await outcome(server.open("xx")), unanswered, (await index.search("account")).results.length];
      """, INDEX)  # fmt: skip
    assert found == [*["SearchError unreachable"] * 4, 3]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": 2}, "format"), ({"format": 2, "set": None, "docs": "many"}, "format"), ({"format": 0}, "corrupt"),
        ({"format": "1"}, "corrupt"), ({"docs": 1e12}, "corrupt"), ({"docs": "x"}, "corrupt"),
    ],
)  # fmt: skip
def test_index_of_another_build_than_the_script_is_an_error(run: Run, change: dict, code: str):
    index = INDEX | {"en/index.json": json.dumps(json.loads(INDEX["en/index.json"]) | change)}
    assert run("return outcome(new Server(given).open())", index) == f"SearchError {code}"


BROKEN = ["", "{", "null", "[]", "3", '"text"', "<!doctype html><title>Sign in</title>", '{"account":3}', '{"account":null}',
          "[" * 100_000, '{"c":[],"d":[]}', '{"c":[[]],"d":[[],[]]}', '{"d":null}', "[[1]]"]  # fmt: skip


@pytest.mark.parametrize("file", ["en/index.json", "en/one/terms-0.json", "en/one/docs-0.json", "text/one0.json", "en/one/words-0.json"])
def test_broken_file_is_an_error_or_nothing(run: Run, file: str):
    outcomes = run("""
      const results = [];
      for (const text of given.broken) {
        const server = new Server({ ...given.index, [given.file]: text });
        const index = await outcome(server.open());
        results.push(typeof index === "string" ? index : await outcome(index.search("reset pasword")));
      }
      return results;""", {"index": INDEX, "file": file, "broken": BROKEN})  # fmt: skip
    for text, found in zip(BROKEN, outcomes, strict=True):
        assert isinstance(found, dict) or found == "SearchError corrupt", (text, found)
    assert outcomes[:2] == ["SearchError corrupt"] * 2
    assert outcomes[6] == "SearchError corrupt"


def test_broken_file_is_asked_for_again(run: Run):
    found = run("""
      const server = new Server({ ...given, "en/one/terms-0.json": "<p>Sign in" });
      const index = await server.open();
      const broken = await outcome(index.search("account"));
      Object.assign(server.files, given);
      return [broken, (await index.search("account")).results.length];""", INDEX)  # fmt: skip
    assert found == ["SearchError corrupt", 3]


def test_index_with_bytes_changed_never_hangs(run: Run):
    choice = random.Random(4)
    changed = []
    for _ in range(150):
        name = choice.choice(sorted(INDEX))
        text = list(INDEX[name])
        for _ in range(choice.randint(1, 5)):
            text[choice.randrange(len(text))] = choice.choice('0123456789"[],{}>!=_-Zé\u0000')
        changed.append({name: "".join(text)})
    outcomes = run("""
      const start = performance.now();
      const results = [];
      for (const change of given.changed) {
        const index = await outcome(new Server({ ...given.index, ...change }).open());
        results.push(typeof index === "string" ? index : await outcome(index.search("reset pasword of accounts two-f")));
      }
      return [results, performance.now() - start];""", {"index": INDEX, "changed": changed})  # fmt: skip
    for change, found in zip(changed, outcomes[0], strict=True):
        assert isinstance(found, dict) or found.startswith("SearchError "), (change, found)
    assert outcomes[1] < 5000


def test_index_that_leads_in_circles_ends(run: Run):
    loops = {f"a{number}": f">a{(number + 1) % 500}" * 40 for number in range(500)} | {"account": ">account" * 1000}
    long = "account " * 20_000
    index = files([article("en/a/", long, long, summary=long)], TERMS | loops | {"word": postings(9, {0: 9})}, window=65535)
    milliseconds = run("""
      const index = await new Server(given).open();
      const start = performance.now();
      for (const query of ["account", "a1 a2 a3 a4 a", "word account accounts", "word"]) await index.search(query);
      return performance.now() - start;""", index)  # fmt: skip
    assert milliseconds < 5000


# A newer build


def newer(index: dict[str, str]) -> dict[str, str]:
    """What a server has when another set has replaced that of an index."""
    documents = [article("en/new/", "New account", "An account."), *DOCUMENTS[1:]]
    terms = TERMS | {"account": postings(20, {0: 15, 2: 12, 3: 12})}
    return files(documents, terms, words=WORDS, name="two")


def test_replaced_set_is_followed(run: Run):
    [first, responses, asked] = run("""
      const server = new Server(given.index); const index = await server.open();
      const first = await index.search("password");
      server.files = given.newer;
      const before = server.asked.length;
      const responses = await Promise.all(["account", "close", "password"].map((query) => index.search(query)));
      return [first, responses, server.asked.slice(before)];""",
      {"index": files(DOCUMENTS, TERMS, shards=("", "m")), "newer": newer(INDEX)})  # fmt: skip
    assert titles(first)[0] == "Reset your password"
    assert titles(responses[0])[0] == "New account" and "incomplete" not in responses[0]
    again = [path for path in asked if "index.json" in path]
    assert len(again) == 1 and again[0].startswith("en/index.json?")


def test_set_that_is_gone_without_another_is_a_failure(run: Run):
    [response, gone, asked] = run("""
      const server = new Server(given); const index = await server.open();
      delete server.files["en/one/terms-1.json"];
      const response = await index.search("account password");
      const asked = [...server.asked];
      delete server.files["en/one/terms-0.json"];
      delete server.files["en/index.json"];
      return [response, await outcome((await index).search("password ")), asked];""",
      files(DOCUMENTS, TERMS, shards=("", "m")))  # fmt: skip
    assert response["incomplete"] is True and titles(response)
    assert gone == "SearchError unreachable"
    assert len([path for path in asked if "index.json" in path]) == 2


def test_newer_format_mid_session_is_an_error(run: Run):
    found = run("""
      const server = new Server(given); const index = await server.open();
      server.files = { "en/index.json": JSON.stringify({ ...JSON.parse(given["en/index.json"]), format: 2, set: "two" }) };
      return outcome(index.search("account"));""", INDEX)  # fmt: skip
    assert found == "SearchError format"


# The script


def test_base_may_end_with_a_slash_or_not(run: Run):
    urls = run("""
      const found = [];
      for (const base of ["https://help.example/docs", "https://help.example/docs/"]) {
        const index = await client.openIndex({ base, locale: "en", fetch: new Server(given).fetch });
        found.push((await index.search("reset")).results[0].url);
      }
      return found;""", INDEX)  # fmt: skip
    assert urls == ["https://help.example/docs/en/reset/"] * 2


def test_browsers_fetch_by_themselves(page: Page):
    page.route("**/docs/search/**", lambda route: route.fulfill(
        body=INDEX.get(route.request.url.partition("/docs/search/")[2], ""), content_type="application/json"))
    found = page.evaluate("""async () => {
      const { openIndex } = await import("/search/client.js");
      return (await openIndex({ base: "../docs/", locale: "en" })).search("reset");
    }""")
    assert titles(found) == ["Reset your password"]


def test_script_is_small_and_stands_alone():
    text = CLIENT.read_text("utf-8")
    assert len(gzip.compress(text.encode(), 9, mtime=0)) <= 10 * 1024
    assert not [word for word in ("import ", "eval(", "Function(", "innerHTML", "document.", "WebAssembly") if word in text]
