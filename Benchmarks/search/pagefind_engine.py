"""Pagefind, on the same published pages: makes its index, and asks it in Chromium."""

import gzip
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser

import answers
import chromium
import weights
from answers import Answers
from tasks import LIMIT, Tasks

NAME = "Pagefind"
# Its folder below the set's; the pages are the articles, without what Guidepost puts around their text.
_INDEX, _ROOT, _LEFT_OUT = "pagefind", "article", ".meta, .page-foot"
# Interfaces that come with every index; a site that has its own does not publish them.
_INTERFACES = ("-ui.js", "-ui.css", "-highlight.js")
_FRAGMENT_HEAD = b"pagefind_dcd"
# Results are told apart by the names of their fragments; those that are shown are loaded where bytes count.
_OPEN = """async ({ load }) => {
    const pagefind = await import("/pagefind.js");
    await pagefind.init();
    window.open_ = async () => async (query, limit) => {
        const results = (await pagefind.search(query)).results.slice(0, limit);
        if (load) await Promise.all(results.map((result) => result.data()));
        return results.map((result) => result.id);
    };
}"""

_ASK = "([queries, limit]) => driver.ask(open_, queries, limit)"
_TIME = "([queries, limit]) => driver.time(open_, queries, limit)"


def build(site: Path, runs: int) -> float:
    """Makes the index of `Output/`; the seconds it takes into an empty folder, the fastest of the runs."""
    command = [sys.executable, "-m", "pagefind", "--site", site / "Output", "--output-path", site / _INDEX,
               "--root-selector", _ROOT, "--exclude-selectors", _LEFT_OUT, "--silent"]
    seconds = []
    for _ in range(runs):
        shutil.rmtree(site / _INDEX, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def files(site: Path) -> list[Path]:
    """The files of the index, and its scripts."""
    return sorted(file for file in (site / _INDEX).rglob("*") if file.is_file() and not file.name.endswith(_INTERFACES))


def ask(site: Path, tasks: Tasks, browser: Browser, work: Path) -> Answers:
    """The results, bytes and times of a set's tasks."""
    root = site / _INDEX
    urls = _urls(root)
    result = Answers()
    with chromium.served(root, work / "server") as url:
        with chromium.visitor(browser, url) as visitor:
            visitor.page.evaluate(_OPEN, {"load": False})
            for kind, queries in answers.queries(tasks).items():
                found = visitor.page.evaluate(_ASK, [queries, LIMIT])
                result.found[kind] = [[urls[name] for name in names] for names in found]
        with chromium.visitor(browser, url) as visitor:
            visitor.page.evaluate(_OPEN, {"load": True})
            times = visitor.page.evaluate(_TIME, [tasks.timed, LIMIT])
        for queries in tasks.sessions:
            with chromium.visitor(browser, url) as visitor:
                result.visits.append(_visit(visitor, root, queries))
    # Its index stays open, so that nothing is read anew after the first round.
    result.times = {"chromium again": times["again"]}
    with (work / f"{NAME}.jsonl").open("w", encoding="utf-8") as lines:
        for kind, found in result.found.items():
            lines.writelines(json.dumps({"kind": kind, "urls": entry}, ensure_ascii=False) + "\n" for entry in found)
    return result


def _visit(visitor: chromium.Visitor, root: Path, queries: list[str]) -> list[int]:
    """The bytes of each query of a session; the first brings the scripts as well."""
    seen, sums = set(), []
    visitor.page.evaluate(_OPEN, {"load": True})
    for query in queries:
        visitor.page.evaluate("([query, limit]) => open_().then((search) => search(query, limit))", [query, LIMIT])
        sums.append(sum(weights.transferred(root / path.lstrip("/")) for path in visitor.new_paths(seen)))
    return sums


def _urls(root: Path) -> dict[str, str]:
    """The permalinks of the results, by the names of their fragments."""
    urls = {}
    for file in (root / "fragment").glob("*.pf_fragment"):
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_FRAGMENT_HEAD))
        urls[file.stem] = answers.permalink(fragment["url"])
    return urls
