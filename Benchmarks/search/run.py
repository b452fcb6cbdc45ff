"""Measures Guidepost's search, and Pagefind beside it: prints one Markdown table, which README.md explains."""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

import chromium
import guidepost_engine
import pagefind_engine
import report
import sites
import tasks
import weights
from report import Row

_ROOT = Path(__file__).resolve().parents[2]
_RESULTS = Path(__file__).with_name("RESULTS.md")
_ENGINES = [guidepost_engine.NAME, pagefind_engine.NAME]
# The languages whose pairs of characters must be found.
_PAIRS = re.compile(r"^(zh|ja|ko)\b")


def main():
    options = _options()
    names = options.sets or sites.available(options)
    results = options.data / "results"
    results.mkdir(parents=True, exist_ok=True)
    rows: list[Row] = []
    with chromium.chromium() as browser:
        for name in names:
            site = options.data / "sites" / name
            if options.remake or not (site / "READY").is_file():
                sites.make(name, options)
            for row in _measure(site, options, browser):
                # What was measured of this set with the other engine stays.
                kept = [other for other in report.load(results / f"{name}.json") if other.engine != row.engine]
                found = sorted([*kept, row], key=lambda row: _ENGINES.index(row.engine))
                report.save(found, results / f"{name}.json")
            rows += report.load(results / f"{name}.json")
    print(report.table(rows), end="")
    if options.write_results:
        text = "# Results of the last run\n\nREADME.md says how each figure is made.\n\n"
        _RESULTS.write_text(text + report.table(rows), "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    sites.add_options(parser)
    binary = Path(os.environ.get("GUIDEPOST_BINARY", _ROOT / ".build/release/guidepost"))
    parser.add_argument("--guidepost", type=Path, default=binary, help="the generator (GUIDEPOST_BINARY)")
    parser.add_argument("--engines", nargs="+", choices=_ENGINES, default=_ENGINES)
    parser.add_argument("--runs", type=int, default=3, help="how often each index is built (3)")
    parser.add_argument("--remake", action="store_true", help="make the site folders anew from their data")
    parser.add_argument("--write-results", action="store_true", help=f"write the table to {_RESULTS.name} as well")
    options = sites.parse(parser)
    options.guidepost = options.guidepost.resolve()
    return options


def _measure(site: Path, options: argparse.Namespace, browser: Browser) -> Iterator[Row]:
    """The figures of a set, one row for each engine, as they are there."""
    queries = json.loads((site / "queries.json").read_text("utf-8"))
    texts = _texts(site, queries["locale"]) if _PAIRS.match(queries["locale"]) else {}
    asked = tasks.tasks(queries, texts)
    # Guidepost comes first: Pagefind reads the pages that it publishes.
    if guidepost_engine.NAME in options.engines or not (site / "Output").is_dir():
        _say(f"{site.name}: building")
        seconds, index_seconds = guidepost_engine.build(site, options.guidepost, options.runs)
    if guidepost_engine.NAME in options.engines:
        _say(f"{site.name}: asking Guidepost")
        result = guidepost_engine.ask(site, asked, browser, site)
        size = weights.size(guidepost_engine.files(site))
        yield report.row(queries, texts, guidepost_engine.NAME, asked, result, size, index_seconds, seconds)
    if pagefind_engine.NAME in options.engines:
        _say(f"{site.name}: asking Pagefind")
        seconds = pagefind_engine.build(site, options.runs)
        result = pagefind_engine.ask(site, asked, browser, site)
        size = weights.size(pagefind_engine.files(site))
        yield report.row(queries, texts, pagefind_engine.NAME, asked, result, size, seconds, None)


def _texts(site: Path, locale: str) -> dict[str, str]:
    """The sources of the articles, by their permalinks."""
    root = site / "Content" / locale
    files = (file for file in sorted(root.rglob("*.md")) if file.name != "_index.md")
    address = lambda file: f"/{locale}/{file.relative_to(root).with_suffix('').as_posix()}/"
    return {address(file): file.read_text("utf-8") for file in files}


def _say(text: str):
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
