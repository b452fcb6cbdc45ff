"""XQuAD (google-deepmind/xquad, CC BY-SA 4.0): paragraphs of an encyclopedia, and questions that each answers."""

import json
from pathlib import Path

import markdown_text as markdown
from articles import QUESTION, Article, Corpus, Paths, Query


def sets(folder: Path) -> list[str]:
    """The sets that a folder of `xquad.XX.json` holds."""
    return [f"xquad-{file.name.split('.')[1]}" for file in sorted(folder.glob("xquad.*.json"))]


def corpus(name: str, folder: Path) -> Corpus:
    """A language's paragraphs as articles, named by their source page and their number on it; its questions."""
    language = name.removeprefix("xquad-")
    data = json.loads((folder / f"xquad.{language}.json").read_text("utf-8"))["data"]
    paths, articles, queries, folders = Paths(), [], [], {}
    for page in data:
        title = page["title"].replace("_", " ")
        for number, paragraph in enumerate(page["paragraphs"], 1):
            path = paths.take(f"{title}/{number}")
            folders[path.split("/")[0]] = title
            articles.append(Article(path, f"{title} {number}", markdown.line(paragraph["context"]) + "\n"))
            queries += [Query(entry["question"].strip(), [path]) for entry in paragraph["qas"]]
    return Corpus(name, {"zh": "zh-Hans"}.get(language, language), QUESTION, articles, queries, folders)
