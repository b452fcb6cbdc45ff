"""What an engine answered to a set's tasks, and the figures made of it."""

import json
import math
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from tasks import Asked, Changed, Tasks


@dataclass
class Answers:
    """Results of each kind of query in the order they were asked: permalinks, best first."""

    found: dict[str, list[list[str]]] = field(default_factory=dict)
    # For each session and each of its queries, the bytes that travelled, compressed.
    visits: list[list[int]] = field(default_factory=list)
    # Milliseconds by where and when: "node first", "chromium again".
    times: dict[str, list[float]] = field(default_factory=dict)


def queries(tasks: Tasks) -> dict[str, list[str]]:
    """The queries of each kind, by the name under which their results are kept."""
    texts = lambda asked: [query.text for query in asked]
    return {"clean": texts(tasks.clean), "typos": texts(tasks.typos.changed), "prefixes": texts(tasks.prefixes.changed),
            "pairs": tasks.pairs}


def as_json(tasks: Tasks, limit: int) -> str:
    """The tasks as the clients read them."""
    return json.dumps({"locale": tasks.locale, "limit": limit, "queries": queries(tasks), "timed": tasks.timed,
                       "sessions": tasks.sessions})


def permalink(url: str) -> str:
    """The page of a result, without the place on it."""
    return unquote(urlsplit(url).path)


def mrr(asked: list[Asked], found: list[list[str]]) -> float | None:
    """The mean of 1 / rank of the first right result; a query without one counts 0."""
    ranks = [next((rank for rank, url in enumerate(urls, 1) if url in query.urls), None)
             for query, urls in zip(asked, found, strict=True)]
    return sum(1 / rank for rank in ranks if rank) / len(ranks) if ranks else None


def robustness(changed: Changed, all_asked: list[Asked], answers: Answers, kind: str) -> float | None:
    """The MRR of changed queries as a share of that of the same queries unchanged; none where there are few."""
    if len(changed.clean) < 30:
        return None
    by_query = dict(zip(all_asked, answers.found["clean"], strict=True))
    clean = mrr(changed.clean, [by_query[query] for query in changed.clean])
    return mrr(changed.changed, answers.found[kind]) / clean if clean else None


def without_result(found: list[list[str]]) -> float | None:
    """The share of queries that have no result at all."""
    return sum(not urls for urls in found) / len(found) if found else None


def pairs_missed(tasks: Tasks, answers: Answers, texts: dict[str, str]) -> float | None:
    """The share of pairs of characters that no result's article holds; `texts` are the articles by their permalinks."""
    found = [any(pair in texts.get(url, "") for url in urls)
             for pair, urls in zip(tasks.pairs, answers.found["pairs"], strict=True)]
    return found.count(False) / len(found) if found else None


def percentile(values: list[float], share: float) -> float | None:
    """The value that a share of all do not exceed: the nearest rank."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)] if values else None
