"""Guidepost's own search: builds the site, and asks its client in Node and in Chromium."""

import json
import shutil
import subprocess
import time
from pathlib import Path

from playwright.sync_api import Browser

import answers
import chromium
import weights
from answers import Answers
from tasks import LIMIT, Tasks

NAME = "guidepost"
_CLIENT = "search/client.js"
_OPEN = """async (tasks) => {
    const { openIndex } = await import("/search/client.js");
    const texts = new Map();
    const fetchText = async (path) => {
        if (!texts.has(path)) {
            const response = await fetch(path);
            texts.set(path, response.ok ? await response.text() : null);
        }
        return texts.get(path);
    };
    const open = driver.guidepost(openIndex, tasks.locale, location.origin + "/", fetchText);
    return await driver.time(open, tasks.timed, tasks.limit);
}"""


def build(site: Path, binary: Path, runs: int) -> tuple[float, float]:
    """Publishes the site to `Output/`. The seconds of it all, and those that search adds to the same pages.

    Each is the fastest of the runs; what search adds is the difference to a copy of the site whose articles say
    `search: false`.
    """
    copy = site / "WithoutSearch"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(site / "Content", copy / "Content")
    for file in (copy / "Content").rglob("*.md"):
        file.write_text(file.read_text("utf-8").replace("---\n", "---\nsearch: false\n", 1), "utf-8")
    # In turns, so that a moment in which the machine is slow does not fall to one of them.
    pairs = [(_seconds(site, binary), _seconds(copy, binary)) for _ in range(runs)]
    shutil.rmtree(copy)
    whole, without = (min(seconds) for seconds in zip(*pairs, strict=True))
    return whole, whole - without


def _seconds(site: Path, binary: Path) -> float:
    shutil.rmtree(site / "Output", ignore_errors=True)
    start = time.perf_counter()
    subprocess.run([binary, "build", "--permissive", "--quiet"], cwd=site, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def files(site: Path) -> list[Path]:
    """The files of the index, and its client."""
    return sorted(file for file in (site / "Output/search").rglob("*") if file.is_file())


def ask(site: Path, tasks: Tasks, browser: Browser, work: Path) -> Answers:
    """The results, bytes and times of a set's tasks."""
    root, script = site / "Output", Path(__file__).with_name("node_client.mjs")
    lines = subprocess.run(["node", script, root], input=answers.as_json(tasks, LIMIT), text=True,
                           check=True, stdout=subprocess.PIPE).stdout
    (work / f"{NAME}.jsonl").write_text(lines, "utf-8")
    result = Answers({kind: [] for kind in answers.queries(tasks)})
    for line in map(json.loads, lines.splitlines()):
        if line["kind"] == "visit":
            result.visits.append(_bytes(root, line["paths"]))
        elif line["kind"] == "times":
            result.times |= {f"node {when}": line[when] for when in ("first", "again")}
        else:
            result.found[line["kind"]].append([answers.permalink(url) for url in line["urls"]])
    with chromium.served(root, work / "server") as url, chromium.visitor(browser, url) as visitor:
        times = visitor.page.evaluate(_OPEN, json.loads(answers.as_json(tasks, LIMIT)))
    result.times |= {f"chromium {when}": times[when] for when in ("first", "again")}
    return result


def _bytes(root: Path, visit: list[list[str]]) -> list[int]:
    """The bytes of each query of a session; the first brings the client as well."""
    sums = [sum(weights.transferred(root / path.lstrip("/")) for path in paths) for paths in visit]
    return [sums[0] + weights.transferred(root / _CLIENT), *sums[1:]]
