"""The figures of a set and an engine, as a row of a Markdown table."""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

import answers
from answers import Answers
from tasks import Tasks
from weights import Size

_COLUMNS = [
    ("set", "articles and queries"), ("engine", ""), ("MRR@10", ""), ("no result", "share of queries"),
    ("typo", "MRR ×"), ("prefix", "MRR ×"), ("pairs missed", ""), ("first query", "KB, median / p95"),
    ("further query", "KB, median / p95"), ("Node, first time", "ms, p50 / p95"),
    ("Chromium, first time", "ms, p50 / p95"), ("Chromium, again", "ms, p50 / p95"),
    ("index", "files"), ("raw", "MB"), ("gzip", "MB"), ("index built", "s"), ("with pages", "s"),
]


@dataclass(frozen=True)
class Row:
    """The figures of an engine on a set. None: the set has too little to tell, or the engine has no such figure."""

    set: str
    kind: str
    articles: int
    queries: int
    engine: str
    mrr: float | None
    no_result: float | None
    typo: float | None
    prefix: float | None
    pairs_missed: float | None
    cold: list[float | None]
    further: list[float | None]
    node: list[float | None]
    browser: list[float | None]
    browser_again: list[float | None]
    files: int
    raw: int
    compressed: int
    # Seconds that building the index takes, and building it and the pages.
    index_seconds: float
    seconds: float | None


def row(queries: dict, texts: dict[str, str], engine: str, tasks: Tasks, result: Answers, size: Size,
        index_seconds: float, seconds: float | None) -> Row:
    """The figures of what an engine answered; `texts` are the articles by their permalinks."""
    middle = lambda values: [answers.percentile(values, 0.5), answers.percentile(values, 0.95)]
    return Row(
        queries["name"], queries["queries"][0]["kind"], queries["articles"], len(queries["queries"]), engine,
        answers.mrr(tasks.clean, result.found["clean"]), answers.without_result(result.found["clean"]),
        answers.robustness(tasks.typos, tasks.clean, result, "typos"),
        answers.robustness(tasks.prefixes, tasks.clean, result, "prefixes"),
        answers.pairs_missed(tasks, result, texts),
        middle([visit[0] for visit in result.visits]),
        middle([weight for visit in result.visits for weight in visit[1:]]),
        middle(result.times.get("node first", [])), middle(result.times.get("chromium first", [])),
        middle(result.times.get("chromium again", [])), size.files, size.raw, size.compressed, index_seconds,
        seconds)


def table(rows: list[Row]) -> str:
    """All rows as one table."""
    head = "| " + " | ".join(f"{name}<br>{unit}" if unit else name for name, unit in _COLUMNS) + " |"
    rule = "|" + "|".join(" --- " if index < 2 else " ---: " for index in range(len(_COLUMNS))) + "|"
    return "\n".join([head, rule, *map(_line, rows)]) + "\n"


def _line(row: Row) -> str:
    cells = [
        f"{row.set}: {row.articles:,}, {row.queries:,} {row.kind}s", row.engine, _number(row.mrr, 3),
        _percent(row.no_result), _number(row.typo, 2), _number(row.prefix, 2), _percent(row.pairs_missed),
        _both(row.cold, 1000), _both(row.further, 1000), _both(row.node), _both(row.browser), _both(row.browser_again),
        f"{row.files:,}", f"{row.raw / 1e6:.1f}", f"{row.compressed / 1e6:.1f}",
        _number(row.index_seconds, 1), _number(row.seconds, 1),
    ]
    return "| " + " | ".join(cells) + " |"


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def _both(values: list[float | None], unit: int = 1) -> str:
    return "–" if None in values else " / ".join(f"{value / unit:.1f}" for value in values)


def save(rows: list[Row], file: Path):
    file.write_text(json.dumps([dataclasses.asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n", "utf-8")


def load(file: Path) -> list[Row]:
    return [Row(**entry) for entry in json.loads(file.read_text("utf-8"))] if file.is_file() else []
