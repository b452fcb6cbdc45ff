"""What the benchmark measures with: articles, the queries they answer, and site folders made of them."""

import json
import re
import shutil
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

# The kinds of query: words of an index, and questions in a sentence.
KEYWORD, QUESTION = "keyword", "question"


@dataclass
class Article:
    """An article; its path, of folders and a name, is its address below the locale's folder."""

    path: str
    title: str
    body: str


@dataclass
class Query:
    """What a reader asks, and the paths of the articles any of which answers it."""

    text: str
    paths: list[str]


@dataclass
class Corpus:
    """Articles in one language, and queries of one kind."""

    name: str
    locale: str
    kind: str
    articles: list[Article]
    queries: list[Query]
    # What the folders are called; a folder that is not here has its name as title.
    folders: dict[str, str] = field(default_factory=dict)

    def address(self, path: str) -> str:
        """The permalink of an article."""
        return f"/{self.locale}/{path}/"


class Paths:
    """Gives every article an address that no other has, made of letters and digits that addresses may have."""

    def __init__(self):
        self._taken: set[str] = set()

    def take(self, source: str) -> str:
        """The path for an article that its source calls so: unlike any other, and unlike any folder."""
        base = "/".join(_slug(part) for part in source.split("/"))
        path, number = base, 1
        while path in self._taken:
            number += 1
            path = f"{base}-{number}"
        self._taken.add(path)
        return path

    def reserve_folders(self, sources: list[str]):
        """Keeps the paths of folders from articles: an article beside a folder of its name would describe it."""
        for source in sources:
            parts = [_slug(part) for part in source.split("/")[:-1]]
            self._taken.update("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def _slug(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).lower()
    text = re.sub(r"[^\w]+|_+", "-", text).strip("-") or "x"
    # Guidepost reads a file of this name as its folder's.
    return "index-page" if text == "index" else text


def write_site(corpus: Corpus, folder: Path):
    """Writes `Content/` and `queries.json` of a site that has the corpus's articles and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    content = folder / "Content" / corpus.locale
    content.mkdir(parents=True)
    (folder / "Content/site.yml").write_text(
        f"title: {_quoted(corpus.name)}\nbaseURL: https://help.example/\n"
        f"locales:\n  - {{ code: {corpus.locale}, name: {_quoted(corpus.locale)} }}\n", "utf-8")
    for article in corpus.articles:
        _write(content / f"{article.path}.md", article.title, article.body)
    for path in sorted({parent for article in corpus.articles for parent in Path(article.path).parents}):
        key = path.as_posix()
        title = corpus.name if key == "." else corpus.folders.get(key, path.name)
        _write(content / path / "_index.md", title, "")
    queries = [
        {"q": query.text, "urls": [corpus.address(path) for path in query.paths], "kind": corpus.kind}
        for query in corpus.queries
    ]
    description = {"name": corpus.name, "locale": corpus.locale, "articles": len(corpus.articles), "queries": queries}
    (folder / "queries.json").write_text(json.dumps(description, ensure_ascii=False, indent=0) + "\n", "utf-8")


def _write(file: Path, title: str, body: str):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {_quoted(title)}\n---\n\n{body}", "utf-8")


def _quoted(text: str) -> str:
    """A text as YAML: JSON's strings are YAML's too."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
