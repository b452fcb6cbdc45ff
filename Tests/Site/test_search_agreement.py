"""The command and the search client have the same results: the same articles in the same order, the same excerpts, ranges
and answers, in nine locales."""

import json
import random
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

import servers
from conftest import GENERATOR, ROOT
from published import PublishedSite

# The demo's locales, and others whose articles are made of the theme's texts.
WRITTEN = ["en", "zh-Hans", "ja", "ko", "ar"]
MADE = ["zh-Hant", "ru", "es", "pt-BR"]
LOCALES = [*WRITTEN, *MADE]
QUERIES = 250
ASK = """async ([locale, queries, limit]) => {
  const { openIndex } = await import("/search/client.js");
  const index = await openIndex({ base: "/", locale });
  const responses = [];
  for (const query of queries) responses.push(await index.search(query, { limit }));
  return responses;
}"""


@pytest.fixture(scope="module")
def site(build: Callable, tmp_path_factory: pytest.TempPathFactory) -> PublishedSite:
    """A site in nine languages, in four of which most articles are shown in another one."""
    folder = tmp_path_factory.mktemp("nine")
    sources = shutil.copytree(ROOT / "Content", folder / "Content")
    settings = yaml.safe_load((sources / "site.yml").read_text("utf-8"))
    settings["locales"] += [{"code": locale, "name": locale} for locale in MADE]
    (sources / "site.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    for locale in MADE:
        _write_articles(sources / locale, locale)
    return build(folder / "Output", content=sources)


def _write_articles(folder: Path, locale: str):
    strings = yaml.safe_load((ROOT / f"Sources/Theme/Strings/{locale}.yml").read_text("utf-8"))
    texts = [text for text in _texts(strings) if len(text) > 3]
    category = folder / "texts"
    category.mkdir(parents=True)
    _write(folder / "_index.md", texts[0], "")
    _write(category / "_index.md", texts[1], "")
    for number in range(0, len(texts) - 8, 8):
        title, description, *rest = texts[number : number + 8]
        body = "\n\n".join(f"## {text}" if place % 3 == 0 else f"{text} {description}." for place, text in enumerate(rest))
        _write(category / f"text-{number}.md", title, body, description=description, kind="guide" if number % 3 else "faq")


def _texts(value) -> Iterator[str]:
    """The texts of a translation, without what Markdown and the theme would take for something else."""
    if isinstance(value, str):
        yield " ".join(re.sub(r"[{}<>\[\]*_`#|:\\]", " ", value).split())
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _write(path: Path, title: str, body: str, **more: str):
    matter = yaml.safe_dump({"title": title, "description": title} | more, allow_unicode=True)
    path.write_text(f"---\n{matter}---\n\n{body}\n", "utf-8")


class Questions:
    """Queries made of what an index has, of what it nearly has, and of anything."""

    def __init__(self, site: PublishedSite, locale: str):
        self.choice = random.Random(f"queries in {locale}")
        folder = site.root / "search" / locale
        name = json.loads((folder / "index.json").read_text("utf-8"))["set"]
        records = [record for path in sorted((folder / name).glob("docs-*.json"))
                   for record in json.loads(path.read_text("utf-8"))["d"]]  # fmt: skip
        self.titles = [record[1] for record in records]
        passages = [passage for record in records
                    for passage in json.loads((site.root / f"search/text/{record[5]}.json").read_text("utf-8"))]  # fmt: skip
        self.texts = [text for text in (*self.titles, *(passage[2] for passage in passages)) if len(text) > 3]

    def make(self) -> str:
        """A query, of one line."""
        makers = [self.title, self.word, self.phrase, self.phrase, self.part, self.part, self.misspelt, self.beginning,
                  self.mixed, self.joined, self.bare, self.random]  # fmt: skip
        return re.sub(r"[\r\n\0]", " ", self.choice.choice(makers)())

    def title(self) -> str:
        return self.choice.choice(self.titles)

    def word(self) -> str:
        return self.choice.choice(re.split(r"\W+", self.choice.choice(self.texts)))

    def phrase(self) -> str:
        words = self.choice.choice(self.texts).split()
        start = self.choice.randrange(len(words))
        return " ".join(words[start : start + self.choice.randint(2, 9)]) + self.choice.choice(["", "", " ", "?"])

    def part(self) -> str:
        """Some characters, which are words only where words have no spaces between them."""
        text = self.choice.choice(self.texts)
        start = self.choice.randrange(len(text))
        return text[start : start + self.choice.randint(1, 14)]

    def misspelt(self) -> str:
        letters = list(self.word() + " ")
        for _ in range(self.choice.randint(1, 2)):
            at = self.choice.randrange(len(letters))
            change = self.choice.randrange(4)
            if change == 0:
                letters.insert(at, self.choice.choice(letters))
            elif change == 1 and len(letters) > 1:
                letters.pop(at)
            elif change == 2:
                letters[at] = self.choice.choice("aeiouтояا의한の")
            else:
                letters[at : at + 2] = reversed(letters[at : at + 2])
        return f"{''.join(letters).strip()} {self.choice.choice(['', self.word()])}".strip()

    def beginning(self) -> str:
        return f"{self.choice.choice(['', self.phrase()])} {self.word()[: self.choice.randint(1, 5)]}".strip()

    def mixed(self) -> str:
        other = ["帳號密碼", "账户密码", "パスワード", "ｐａｓｓｗｏｒｄ", "비밀번호", "пароль", "كلمة المرور", "2FA", "รหัสผ่าน", "e-mail"]
        return self.choice.choice([" ", ""]).join([self.part(), self.choice.choice(other), self.phrase()])

    def joined(self) -> str:
        return self.choice.choice(["-", "\u2011", ""]).join(self.word() for _ in range(self.choice.randint(2, 4)))

    def bare(self) -> str:
        """Written without accents, or all in capitals."""
        text = self.phrase()
        if self.choice.random() < 0.5:
            return text.upper()
        return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))

    def random(self) -> str:
        blocks = [(0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x400, 0x460), (0x5D0, 0x650), (0xE01, 0xE5B), (0x3041, 0x3100),
                  (0x4E00, 0x9FA5), (0xAC00, 0xD7A4), (0xFF01, 0xFFBF), (0x1F300, 0x1F600), (0x20000, 0x20100)]  # fmt: skip
        return "".join(chr(self.choice.randrange(*self.choice.choice(blocks))) for _ in range(self.choice.randint(1, 20)))


@pytest.fixture(scope="module")
def page(site: PublishedSite, chromium: Browser, tmp_path_factory: pytest.TempPathFactory):
    """A page of the site, as the client is published with it."""
    with servers.python(site.root, tmp_path_factory.mktemp("server"), servers.free_port()) as server:
        context = chromium.new_context(base_url=server.url)
        page = context.new_page()
        page.goto("/robots.txt")
        yield page
        context.close()


@pytest.fixture(scope="module")
def found() -> Counter:
    """What the queries of all locales have come to."""
    return Counter()


@pytest.mark.parametrize("locale", LOCALES)
def test_command_and_client_agree(site: PublishedSite, page, found: Counter, tmp_path: Path, locale: str):
    questions = Questions(site, locale)
    for limit in (10, 3, 1, 15):
        queries = [questions.make() for _ in range(QUERIES // 4 + 1)]
        (tmp_path / "queries").write_text("".join(f"{query}\n" for query in queries), "utf-8")
        command = [GENERATOR, "search", "--queries", tmp_path / "queries", "--locale", locale, "--limit", str(limit)]
        result = subprocess.run([*command, "--output", site.root, "--format", "json"], capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        # No other sign ends a line than that which ends one in the file.
        expected = [json.loads(line) for line in result.stdout.removesuffix("\n").split("\n")]
        responses = page.evaluate(ASK, [locale, queries, limit])
        for query, response, theirs in zip(queries, responses, expected, strict=True):
            assert response == theirs, f"{query!r}, {limit} results"
            found["queries"] += 1
            found["answers"] += response["answer"] is not None
            found["nothing"] += not response["results"]
            found["other language"] += any("language" in each for each in response["results"])


def test_agreement_is_of_more_than_nothing(found: Counter):
    if found["queries"] < QUERIES * len(LOCALES):
        pytest.skip("not every locale was asked")
    assert found["queries"] >= 2000
    assert found["answers"] >= 100 and found["other language"] >= 100
    assert found["nothing"] < found["queries"] / 4
