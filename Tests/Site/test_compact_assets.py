"""What pages load is the sources without comments and indentation: token by token the same to a parser of its own."""

import re
from pathlib import Path

import pytest
import tree_sitter_css
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from conftest import ROOT
from published import FINGERPRINT, PublishedSite

PUBLIC = ROOT / "Public"
LANGUAGES = {".js": Language(tree_sitter_javascript.language()), ".css": Language(tree_sitter_css.language())}
SOURCES = sorted(path for path in PUBLIC.rglob("*") if path.suffix in LANGUAGES)


@pytest.fixture(scope="module")
def published(site: PublishedSite) -> dict[str, Path]:
    """The files that pages load, by the names of their sources."""
    return {FINGERPRINT.sub("", path): site.root / path for path in site.files if FINGERPRINT.search(path)}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(PUBLIC).as_posix())
def test_a_parser_finds_the_same_in_what_is_published(published: dict[str, Path], source: Path):
    text, compact = source.read_bytes(), published[source.relative_to(PUBLIC).as_posix()].read_bytes()
    tree = _tree(text, source.suffix)
    assert not tree.has_error
    # The names of imported scripts are those under which they are published.
    compact = re.sub(rb'(["\']\.\.?/[^"\'\n]*?)\.[0-9a-z]{8,16}\.js(["\'])', rb"\1.js\2", compact)
    assert _outline(_tree(compact, source.suffix)) == _outline(tree)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(PUBLIC).as_posix())
def test_no_comment_and_no_indentation_is_published(published: dict[str, Path], source: Path):
    text = published[source.relative_to(PUBLIC).as_posix()].read_bytes()
    tree = _tree(text, source.suffix)
    comments = [node.text for node in _nodes(tree) if "comment" in node.type]
    assert [comment for comment in comments if not comment.startswith(b"/*!") and b"@license" not in comment] == []
    verbatim = [(node.start_point.row, node.end_point.row) for node in _nodes(tree) if node.type == "template_string"]
    for number, line in enumerate(text.split(b"\n")[:-1]):
        if not any(first < number <= last for first, last in verbatim):
            assert line and not line.startswith((b" ", b"\t")), number + 1


def _tree(text: bytes, suffix: str) -> Node:
    return Parser(LANGUAGES[suffix]).parse(text).root_node


def _nodes(node: Node):
    yield node
    for child in node.children:
        yield from _nodes(child)


def _outline(node: Node) -> list:
    """The tree without comments: what each node is, and the text of its leaves."""
    children = [child for child in node.children if "comment" not in child.type]
    if not node.children or "string" in node.type or node.type == "regex":
        return [node.type, node.text]
    return [node.type, *map(_outline, children)]
