"""What is asked of an engine: a set's queries, their changed copies, and the samples that are timed and weighed.

Every random choice is seeded, so that engines and runs are asked the same.
"""

import random
import re
import unicodedata
from dataclasses import dataclass

_SEED = 2026
# How many results are shown, and looked at.
LIMIT = 10
# How many queries are changed, timed, and asked in sessions: visits of a reader with nothing stored yet.
CHANGED, TIMED, SESSIONS, PER_SESSION, PAIRS = 1000, 200, 60, 4, 300
_SHORTEST_TYPO, _SHORTEST_TYPO_HANGUL = 5, 3  # letters; Hangul writes a syllable as one
# Scripts without spaces between words, in which no word is known as the longest; and Hangul.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_IDEOGRAPHS = re.compile("[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]{2,}")
# Marks that belong to the letter before them, as vowels do in Indic scripts.
_MARKS = "".join(char for char in map(chr, range(0x300, 0x10000)) if unicodedata.category(char).startswith("M"))
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")
_LAST = re.compile(rf"(?:[^\W_]|[{_MARKS}])+$")


@dataclass(frozen=True)
class Asked:
    """A query as it is asked, and the permalinks any of which answers it."""

    text: str
    urls: frozenset[str]


@dataclass(frozen=True)
class Changed:
    """Queries that were changed, beside the same queries as they were."""

    clean: list[Asked]
    changed: list[Asked]


@dataclass(frozen=True)
class Tasks:
    """All that is asked about a set."""

    locale: str
    clean: list[Asked]
    typos: Changed
    prefixes: Changed
    # Two neighbouring characters of articles in Chinese, Japanese or Korean script.
    pairs: list[str]
    timed: list[str]
    sessions: list[list[str]]


def tasks(queries: dict, texts: dict[str, str]) -> Tasks:
    """The tasks of a set, of its queries.json and of its articles by their permalinks."""
    clean = [Asked(entry["q"], frozenset(entry["urls"])) for entry in queries["queries"]]
    sample = lambda name, count: _random(name).sample(clean, min(count, len(clean)))
    shuffled = lambda name: sample(name, len(clean))
    draw = _random("sessions")
    sessions = [[query.text for query in draw.sample(clean, PER_SESSION)] for _ in range(SESSIONS)]
    return Tasks(
        queries["locale"], clean, _changed(shuffled("typos"), _typo), _changed(shuffled("prefixes"), _cut),
        _pairs(list(texts.values())), [query.text for query in sample("timed", TIMED)], sessions)


def _changed(queries: list[Asked], change) -> Changed:
    """The first thousand queries in which there is something to change."""
    draw = _random(change.__name__)
    found = [(query, change(query.text, draw)) for query in queries]
    found = [(query, Asked(text, query.urls)) for query, text in found if text][:CHANGED]
    return Changed([query for query, _ in found], [query for _, query in found])


def _typo(text: str, draw: random.Random) -> str | None:
    """The text with one typo in its longest word: a letter left out, doubled, swapped or mistaken, never the first."""
    text = unicodedata.normalize("NFC", text)
    words = [word for word in _WORD.finditer(text) if not _UNSPACED.search(word[0])]
    word = max(words, key=lambda word: len(word[0]), default=None)
    if not word or len(word[0]) < (_SHORTEST_TYPO_HANGUL if _HANGUL.search(word[0]) else _SHORTEST_TYPO):
        return None
    letters, place = list(word[0]), draw.randrange(1, len(word[0]) - 1)
    kind = draw.randrange(4)
    if kind == 0:
        del letters[place]
    elif kind == 1:
        letters.insert(place, letters[place])
    elif kind == 2 and letters[place] != letters[place + 1]:
        letters[place:place + 2] = reversed(letters[place:place + 2])
    else:
        others = {letter for other in words for letter in other[0].lower()} - {letters[place].lower()}
        letters[place] = draw.choice(sorted(others))
    return text[:word.start()] + "".join(letters) + text[word.end():]


def _cut(text: str, _: random.Random) -> str | None:
    """The text with its last word still being typed: three fifths of it are there, and three letters at least.

    Of Hangul's syllables two are enough. Where words are not set apart, only the last character is missing.
    """
    text = text.rstrip(" ?!.。？！、؟")
    word = _LAST.search(text)
    if not word:
        return None
    if _UNSPACED.search(word[0]):
        return text[:-1] if len(word[0]) > 2 else None
    kept = max(2 if _HANGUL.search(word[0]) else 3, -(-len(word[0]) * 3 // 5))
    return text[:word.start() + kept] if kept < len(word[0]) else None


def _pairs(texts: list[str]) -> list[str]:
    """Pairs of neighbouring characters, wherever they stand in a run of them."""
    draw, pairs = _random("pairs"), set()
    runs = [run for text in texts for run in _IDEOGRAPHS.findall(text)]
    for run in draw.sample(runs, min(2 * PAIRS, len(runs))):
        start = draw.randrange(len(run) - 1)
        pairs.add(run[start:start + 2])
    return draw.sample(sorted(pairs), min(PAIRS, len(pairs)))


def _random(name: str) -> random.Random:
    return random.Random(f"{_SEED} {name}")
