"""Documentation in Git repositories as articles, to make a language's help 10,000 articles large."""

import html
import random
import re
import subprocess
from pathlib import Path

import libreoffice
from articles import Article, Corpus, Paths

# How many articles a set has.
SIZE = 10_000
_SEED = 2026
# Each set: the LibreOffice set whose articles and queries it has, and the repositories it is filled up from.
SETS = {
    "docs-en": ("lo-en", ["MicrosoftDocs/cpp-docs"]),
    "docs-ja": ("lo-ja", ["yukarinoki/cpp-docs.ja-jp", "MicrosoftDocs/visualstudio-docs.ja-jp"]),
    "docs-ko": ("lo-ko", ["MicrosoftDocs/cpp-docs.ko-kr", "MicrosoftDocs/visualstudio-docs.ko-kr"]),
    "docs-zh": ("lo-zh", ["yuanzhoucq/cpp-docs.zh-cn", "MicrosoftDocs/visualstudio-docs.zh-cn"]),
}
# Files that are parts of articles, or about the repository.
_PARTS = re.compile(r"(^|/)(includes?|\.[^/]*|media|toc\.md|readme\.md|license[^/]*|index\.md)(/|$)", re.IGNORECASE)
_TITLE = re.compile(r"^title: *(.+)$", re.MULTILINE)
_SHORTEST = 200  # characters; what is shorter only points elsewhere
# What the publishing tool of these repositories understands, and Markdown does not.
_DIRECTIVE = re.compile(r"^\s*(?:>\s*)?(?::{3}.*|\[!(?:INCLUDE|div|code|VIDEO)\b.*|\[[^\]]+\]:\s+\S+.*)$",
                        re.IGNORECASE)
_INCLUDE = re.compile(r"\[!INCLUDE *\[([^\]]*)\]\([^)]*\)\]", re.IGNORECASE)
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\](?:\((?!https?:)[^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
# Elements of HTML that only name or lead to a place, and references to other documentation.
_ANCHOR = re.compile(r"</?a\b[^>]*>|<xref:([^>]*)>", re.IGNORECASE)
_FENCE = re.compile(r"^\s*(?:>\s*)?(`{3,}|~{3,})")


def clone(folder: Path, repository: str) -> Path | None:
    """The Git folder of a repository that was cloned to `OWNER+NAME` below a folder, perhaps without its files."""
    root = folder / repository.replace("/", "+")
    places = (root / "repo/.git", root / "repo", root / ".git", root)
    return next((path for path in places if (path / "HEAD").is_file()), None)


def corpus(name: str, folder: Path) -> Corpus:
    """LibreOffice's articles and queries of a language, and as many of the repositories' as make it 10,000."""
    base, repositories = SETS[name]
    result = libreoffice.corpus(base)
    result.name = name
    found = [entry for repository in repositories for entry in _articles(clone(folder, repository), repository)]
    chosen = random.Random(_SEED).sample(range(len(found)), min(len(found), SIZE - len(result.articles)))
    added = [found[index] for index in sorted(chosen)]
    paths = Paths()
    paths.reserve_folders([source for source, _, _ in added])
    result.articles += [Article(paths.take(source), title, body) for source, title, body in added]
    return result


def _articles(git: Path, repository: str):
    """The articles of a repository: what its files are called, their titles and bodies."""
    top = repository.split("/")[1]
    for file, text in _files(git):
        article = None if _PARTS.search(file) else _article(text)
        if article:
            yield f"{top}/{file.removeprefix('docs/').removesuffix('.md')}", *article


def _files(git: Path):
    """The Markdown files of the newest commit, and their texts, in the order of their names."""
    listed = subprocess.run(["git", "--git-dir", git, "ls-tree", "-rz", "HEAD"], capture_output=True, check=True).stdout
    entries = [entry.split(b"\t") for entry in listed.split(b"\0") if entry.lower().endswith(b".md")]
    ids = b"".join(head.split()[2] + b"\n" for head, _ in entries)
    batch = subprocess.run(["git", "--git-dir", git, "cat-file", "--batch"], input=ids, capture_output=True, check=True)
    rest = memoryview(batch.stdout)
    for _, name in entries:
        header, start = _line(rest)
        if header.endswith(b"missing"):
            rest = rest[start:]
            continue
        size = int(header.split()[2])
        yield name.decode("utf-8"), bytes(rest[start:start + size]).decode("utf-8", "replace")
        rest = rest[start + size + 1:]


def _line(data: memoryview) -> tuple[bytes, int]:
    head = bytes(data[:400]).split(b"\n", 1)[0]
    return head, len(head) + 1


def _article(text: str) -> tuple[str, str] | None:
    """The title and the body of a file; none where it says next to nothing."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front, body = "", text
    if text.startswith("---\n") and "\n---" in text[4:]:
        front, body = text[4:].split("\n---", 1)
        body = body.split("\n", 1)[1] if "\n" in body else ""
    named = _TITLE.search(front)
    heading = re.search(r"^# +(.+)$", body, re.MULTILINE)
    if not (named or heading) or len(body) < _SHORTEST:
        return None
    first = heading and _plain(heading[1])
    title = first or html.unescape(named[1].strip().strip("'\"").split(" | ")[0])
    if heading:
        body = body[:heading.start()] + body[heading.end():]
    return title, _markdown(body)


def _plain(text: str) -> str:
    """A heading's text without its markup."""
    text = _LINK.sub(r"\1", _INCLUDE.sub(r"\1", re.sub(r"\{#[^}]*\}\s*$|<a [^>]*>|</a>", "", text)))
    return html.unescape(re.sub(r"\\([^\w\s])", r"\1", re.sub(r"`|\*\*", "", text))).strip()


def _markdown(body: str) -> str:
    """The body without directives, and with the texts of its relative links in place of the links."""
    kept, fence = [], None
    for row in body.split("\n"):
        mark = _FENCE.match(row)
        if fence:
            kept.append(row)
            if mark and mark[1].startswith(fence):
                fence = None
        elif mark:
            kept.append(row)
            fence = mark[1]
        elif not _DIRECTIVE.match(row):
            row = _LINK.sub(r"\1", _INCLUDE.sub(r"\1", _ANCHOR.sub(r"\1", row)))
            # At the end of a heading, braces would hold its anchor.
            kept.append(row.replace("{", "\\{") if row.startswith("#") else row)
    return "\n".join(kept).strip() + "\n"
