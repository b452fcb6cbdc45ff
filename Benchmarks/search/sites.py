"""Makes the site folders that the benchmark measures, of the data that is there: `python sites.py --sets lo-en`."""

import argparse
import os
import subprocess
import time
from pathlib import Path

import libreoffice
import repositories
import xquad
from articles import Corpus, write_site

_DATA = Path(__file__).resolve().parents[2] / ".build/bench-search"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    options = parse(parser)
    for name in options.sets or available(options):
        make(name, options)


def add_options(parser: argparse.ArgumentParser):
    """The options that say where data is, and which sets are wanted."""
    data = Path(os.environ.get("GUIDEPOST_BENCH_DATA", _DATA))
    parser.add_argument("--data", type=Path, default=data,
                        help="where sites and results are kept (GUIDEPOST_BENCH_DATA, or .build/bench-search)")
    parser.add_argument("--xquad", type=Path, help="the folder of xquad.XX.json (xquad in the folder of data)")
    parser.add_argument("--repositories", type=Path,
                        help="the folder of clones, each named OWNER+NAME (repositories in the folder of data)")
    parser.add_argument("--sets", nargs="+", metavar="SET", help="the sets; without it, those whose data is there")


def parse(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """The options, with the folders that follow from others."""
    options = parser.parse_args()
    options.data = options.data.resolve()
    options.xquad = options.xquad or options.data / "xquad"
    options.repositories = options.repositories or options.data / "repositories"
    return options


def available(options: argparse.Namespace) -> list[str]:
    """The sets whose data is there."""
    languages = [name for name in libreoffice.LANGUAGES if libreoffice.installed(name)]
    large = [name for name, (base, sources) in repositories.SETS.items()
             if base in languages
             and all(repositories.clone(options.repositories, source) for source in sources)]
    return xquad.sets(options.xquad) + languages + large


def make(name: str, options: argparse.Namespace) -> Path:
    """Makes the site folder of a set, and says in its READY what it holds."""
    folder = options.data / "sites" / name
    start = time.monotonic()
    corpus = _corpus(name, options)
    write_site(corpus, folder)
    (folder / "READY").write_text(
        f"set={name} articles={len(corpus.articles)} queries={len(corpus.queries)} "
        f"minutes={(time.monotonic() - start) / 60:.2f}\n", "utf-8")
    return folder


def _corpus(name: str, options: argparse.Namespace) -> Corpus:
    """Reads a set's data; ends the run where it is not there."""
    if name in xquad.sets(options.xquad):
        return xquad.corpus(name, options.xquad)
    if name not in repositories.SETS and name not in libreoffice.LANGUAGES:
        raise SystemExit(f"{name}: no such set, or no file for it in {options.xquad}")
    for repository in repositories.SETS.get(name, ("", []))[1]:
        if not repositories.clone(options.repositories, repository):
            raise SystemExit(f"{name}: no clone of {repository} in {options.repositories}")
    base = repositories.SETS[name][0] if name in repositories.SETS else name
    if not libreoffice.installed(base):
        _install(libreoffice.LANGUAGES[base][2])
    return repositories.corpus(name, options.repositories) if name in repositories.SETS else libreoffice.corpus(name)


def _install(package: str):
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run([*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", package], check=True,
                   stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
