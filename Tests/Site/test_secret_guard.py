"""The secret guard of the contact page finds what must not be sent to support, and nothing else, in every locale."""

import json
import random
import string
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

import servers

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "pt", "pt-BR", "ar"]
SECRETS = ["seedPhrase", "privateKey", "password", "code", "card"]
ROWS = json.loads((ROOT / "Tests/Site/secret-guard.json").read_text("utf-8"))
FIND = """async (rows) => {
  const { findSecrets } = await import("/scripts/contact/guard.js");
  return rows.map(({ text, kind }) => findSecrets(text, { kind }).map(({ secret, start, end, ask }) =>
    ({ secret, text: text.slice(start, end), ...(ask ? { ask } : {}) })));
}"""
# What makes careless regular expressions slow.
HOSTILE = [
    "a", "1", "1 ", "a ", " ", "\n", "-", "a-", "a.", "a@", "a@b.c:", "/a", "4111 ", "4111 1111 1111 1111 ",
    "4111111111111111", "123456 is ", "code ", "code 123456 ", "code the my your ", "password ", 'password "',
    "password: : ", "password::::", "login: a / ", "pass pass pass: ", "private key ",
    "private key tx " + "a1" * 32 + " ", "a1" * 32 + " ", "[1,2,", "5" + "H" * 20, "-----BEGIN PRIVATE KEY-----",
    "setup key jbsw ", "jbsw y3dp ", "JBSW", "xprv1", "de89 3704 0044 ", "https://a.b/c ", "abandon ", "abandon zzz ",
    "abandonability", "abandonabilit", "的 一 ", "的一", "あいう ", "密码是", "コードは", "비밀번호는", "парольная ", "كلمة المرور ",
    "a\u0301\u0323", "\u0301", "\u200b", "ａ", "ﷺ", "\ud83d\ude00",
]  # fmt: skip


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page without anything in it on a server that has the guard's modules."""
    with servers.python(ROOT / "Public", tmp_path_factory.mktemp("public"), servers.free_port()) as server:
        context = chromium.new_context(base_url=server.url)
        page = context.new_page()
        page.goto("/no-such-page")
        yield page
        context.close()


@pytest.fixture(scope="module")
def find(page: Page) -> Callable[..., list[list[dict]]]:
    """Finds the secrets of texts, all at once."""

    def run(texts: list[str], kind: str = "long") -> list[list[dict]]:
        return page.evaluate(FIND, [{"text": text, "kind": kind} for text in texts])

    return run


@pytest.fixture(scope="module")
def words(page: Page) -> list[str]:
    """The words that seed phrases are made of."""
    return page.evaluate('async () => (await import("/scripts/contact/words.js")).WORDS')


# The table


def test_what_readers_write_is_told_apart(page: Page):
    answers = page.evaluate(FIND, ROWS)
    wrong = [
        f"{row['locale']} {row['kind']} {row['text']!r}\n  has {row['secrets']}\n  not {answer}"
        for row, answer in zip(ROWS, answers, strict=True)
        if answer != row["secrets"]
    ]
    assert not wrong, "\n".join(wrong)


def test_table_has_both_sides_in_every_locale():
    secret = Counter((row["locale"], found["secret"]) for row in ROWS for found in row["secrets"])
    harmless = Counter(row["locale"] for row in ROWS if not row["secrets"])
    assert [pair for pair in ((locale, kind) for locale in LOCALES for kind in SECRETS) if not secret[pair]] == []
    assert [locale for locale in LOCALES if harmless[locale] < 8] == []
    assert sum(1 for row in ROWS if row["secrets"]) >= 120 and harmless.total() >= 150


# Seed phrases


DRESSES: list[Callable[[list[str]], str]] = [
    " ".join,
    ", ".join,
    "\n".join,
    "\t".join,
    " - ".join,
    "".join,
    lambda words: " ".join(words).upper(),
    lambda words: "".join(word.capitalize() for word in words),
    lambda words: "\n".join(f"{number}. {word}" for number, word in enumerate(words, 1)),
    lambda words: " ".join(f"{number}) {word.capitalize()}" for number, word in enumerate(words, 1)),
    lambda words: " ".join(f"({letter}) {word}" for letter, word in zip(string.ascii_lowercase, words, strict=False)),
    lambda words: "\n".join(f"• {word}" for word in words),
    lambda words: " ".join(f"第{number}个 {word}" for number, word in enumerate(words, 1)),
    lambda words: "\n".join(f"| {number} | {word} |" for number, word in enumerate(words, 1)),
    lambda words: "\u200b".join(" ".join(words)),
    lambda words: " ".join("".join(chr(ord(letter) + 0xFEE0) for letter in word) for word in words),
]  # fmt: skip
AROUND = [
    "{}", "Hello, I cannot open my wallet. {} Thanks!", "我的助记词是：{}，谢谢", "シードは {} です", "시드 구문: {}",
    "Моя фраза: {}. Помогите", "Mi frase es {} y no funciona", "A frase é {}", "عبارتي هي {} شكرا",
]  # fmt: skip


def test_random_phrases_are_found_in_any_dress(find: Callable, words: list[str]):
    choice = random.Random(39)
    texts = []
    for number in range(1500):
        phrase = choice.choices(words, k=choice.choice([12, 15, 18, 21, 24]))
        texts.append(AROUND[number % len(AROUND)].format(DRESSES[number % len(DRESSES)](phrase)))
    kinds = [[each["secret"] for each in found] for found in find(texts)]
    assert [text for text, found in zip(texts, kinds, strict=True) if found != ["seedPhrase"]] == []


def test_phrase_with_one_misspelt_word_is_found(find: Callable, words: list[str]):
    choice = random.Random(12)
    texts = [" ".join(_misspell(choice, choice.choices(words, k=12))) for _ in range(500)]
    assert [text for text, found in zip(texts, find(texts), strict=True) if not found] == []


def _misspell(choice: random.Random, phrase: list[str]) -> list[str]:
    at = choice.randrange(len(phrase))
    word = phrase[at]
    place = choice.randrange(len(word))
    letter = choice.choice(string.ascii_lowercase)
    missing, added = word[:place] + word[place + 1 :], word[:place] + letter + word[place:]
    changed = word[:place] + letter + word[place + 1 :]
    return [*phrase[:at], choice.choice([missing, added, changed]), *phrase[at + 1 :]]


def test_words_are_the_list_of_bip_39(words: list[str]):
    assert len(words) == len(set(words)) == 2048
    assert words == sorted(words)
    assert len({word[:4] for word in words}) == 2048
    assert (words[0], words[-1]) == ("abandon", "zoo")


# What may become one


BEGINNINGS = """async ([texts, kind]) => {
  const { findBeginnings } = await import("/scripts/contact/guard-beginnings.js");
  return texts.map((text) => findBeginnings(text, kind).map(({ start, end }) => text.slice(start, end)));
}"""


def test_most_of_a_phrase_is_a_beginning_in_any_dress(page: Page, words: list[str]):
    choice = random.Random(11)
    rows = [DRESSES[number % len(DRESSES)](choice.choices(words, k=choice.randrange(6, 12))) for number in range(400)]
    texts = [f"北. {row} 北" for row in rows]
    beginnings = page.evaluate(BEGINNINGS, [texts, "long"])
    assert [text for text, found in zip(texts, beginnings, strict=True) if not found] == []


def test_few_words_are_none(page: Page):
    texts = ["legal winner thank year wave", "legal winner thank. It was a year of wave sausage worth", "的 一 是 在 不"]
    assert page.evaluate(BEGINNINGS, [texts, "long"]) == [[], [], []]


@pytest.mark.parametrize(
    ("text", "beginnings"),
    [
        ("key " + "a1" * 31 + "b", {"long": ["a1" * 31 + "b"], "transaction": [], "address": []}),
        ("0x" + "a1" * 20, {"long": [], "address": []}),
        ("的 一 是 在 不 了 有", {"long": ["的 一 是 在 不 了 有"]}),
        ("あいこくしん あいさつ あいだ あおぞら あかちゃん あきる", {"long": ["あいこくしん あいさつ あいだ あおぞら あかちゃん あきる"]}),
    ],
)
def test_other_beginnings_are_known_by_their_shape(page: Page, text: str, beginnings: dict[str, list[str]]):
    for kind, found in beginnings.items():
        assert page.evaluate(BEGINNINGS, [[text], kind]) == [found], kind


def test_articles_hold_hardly_any_beginnings(page: Page):
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "Content").rglob("*.md"))]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    found = page.evaluate(BEGINNINGS, [paragraphs, "long"])
    assert len([each for each in found if each]) < len(paragraphs) / 100


# What is no secret


def test_articles_of_the_demo_hold_none(find: Callable):
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "Content").rglob("*.md"))]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    answers = find(texts + paragraphs)
    assert [found for found in answers if found] == []


LABELS = [
    "TXID: {}", "Transaction hash: {}", "My withdrawal {} has not arrived", "I sent it to address {}", "交易哈希：{}",
    "充值地址 {} 没有到账", "交易雜湊 {}", "トランザクションID：{}", "送金先アドレスは {} です", "트랜잭션 해시 {}", "입금 주소: {}", "Хеш транзакции: {}",
    "Отправил на адрес {}", "Hash de la transacción: {}", "Envié a la dirección {}", "Hash da transação: {}",
    "رقم المعاملة {}", "أرسلت إلى العنوان {}",
]  # fmt: skip
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
BECH32 = "023456789acdefghjklmnpqrstuvwxyz"
# The shapes of transaction IDs and addresses: what they begin with, their signs, and how many follow.
PUBLIC = [
    ("", "0123456789abcdef", 64), ("0x", "0123456789abcdef", 64), ("", "0123456789ABCDEF", 64), ("", BASE58, 88),
    ("0x", "0123456789abcdefABCDEF", 40), ("T", BASE58, 33), ("1", BASE58, 33), ("3", BASE58, 33), ("bc1q", BECH32, 38),
    ("bc1p", BECH32, 58), ("", BASE58, 44), ("r", BASE58, 33), ("addr1", BECH32, 98),
    ("G", string.ascii_uppercase + "234567", 55), ("UQ", BASE58, 46),
]  # fmt: skip


def test_transactions_and_addresses_are_public(find: Callable):
    choice = random.Random(64)
    texts = []
    for number in range(2000):
        start, signs, count = PUBLIC[number % len(PUBLIC)]
        texts.append(choice.choice(LABELS).format(start + "".join(choice.choices(signs, k=count))))
    assert [text for text, found in zip(texts, find(texts), strict=True) if found] == []


def test_transaction_field_takes_transactions(find: Callable):
    choice = random.Random(65)
    texts = ["".join(choice.choices("0123456789abcdef", k=64)) for _ in range(50)]
    assert find(texts, "transaction") == [[]] * len(texts)
    assert find(texts, "text") == [[{"secret": "privateKey", "text": text, "ask": True}] for text in texts]


# Places and replacements


def test_places_are_those_of_the_original_text(find: Callable):
    texts = {
        "e\u0301\u0301 \U0001f600\u200f pass\u200bword: hun\u200bter2 \U0001f600": "hun\u200bter2",
        "パスワード：ｈｕｎｔｅｒ２ です": "ｈｕｎｔｅｒ２",
        "ﷺ رمز التحقق: ٤٨٢٩١٠": "٤٨٢٩١٠",
        "contrasen\u0303a: perro99": "perro99",
        "비밀번호: abc123": "abc123",
    }
    assert [[each["text"] for each in found] for found in find(list(texts))] == [[secret] for secret in texts.values()]


def test_texts_without_their_secrets_hold_none(page: Page):
    """What stands in a secret's place is none, in the words of every locale that has them."""
    placeholders = {}
    for path in sorted((ROOT / "Sources/Theme/Strings").glob("*.yml")):
        strings = yaml.safe_load(path.read_text("utf-8"))
        if "guardRemoved" in strings:
            names = {secret: strings["secret" + secret[0].upper() + secret[1:]] for secret in SECRETS}
            removed = strings["guardRemoved"]
            placeholders[path.stem] = {secret: removed.format(secret=name) for secret, name in names.items()}
    left = page.evaluate(
        """async ([rows, placeholders]) => {
          const { findSecrets, redact } = await import("/scripts/contact/guard.js");
          return rows.flatMap(({ text, kind, locale }) => {
            const names = placeholders[locale] ?? placeholders.en;
            const clean = redact(text, findSecrets(text, { kind }), ({ secret }) => names[secret]);
            return findSecrets(clean, { kind }).length > 0 ? [clean] : [];
          });
        }""",
        [ROWS, placeholders],
    )
    assert "en" in placeholders and left == []


def test_redacting_keeps_the_rest(page: Page):
    redacted = page.evaluate(
        """async () => {
          const { findSecrets, redact } = await import("/scripts/contact/guard.js");
          const text = "Hi, password: hunter2, code: 123456. Bye";
          return redact(text, findSecrets(text, { kind: "long" }), "…");
        }"""
    )
    assert redacted == "Hi, password: …, code: …. Bye"


# Time


def test_time_grows_with_the_length_only(page: Page):
    """300,000 characters of anything take a moment; what grew with their square would take minutes."""
    times = page.evaluate(
        """async (pieces) => {
          const { findSecrets } = await import("/scripts/contact/guard.js");
          const { findBeginnings } = await import("/scripts/contact/guard-beginnings.js");
          return pieces.map((piece) => {
            const text = piece.repeat(Math.ceil(300000 / piece.length));
            const start = performance.now();
            findSecrets(text, { kind: "long" });
            findBeginnings(text, "long");
            return performance.now() - start;
          });
        }""",
        HOSTILE,
    )
    assert [(piece, time) for piece, time in zip(HOSTILE, times, strict=True) if time > 3000] == []
