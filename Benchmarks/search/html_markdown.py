"""Reads the HTML of help pages as Markdown: headings, paragraphs, lists, tables, callouts and code."""

from lxml import etree

import markdown_text as markdown

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CALLOUTS = {"note": "NOTE", "tip": "TIP", "warning": "WARNING"}
# Elements that hold no text of the article.
_LEFT_OUT = {"script", "style", "noscript", "meta", "head", "nav", "aside", "header", "footer", "img", "button"}
_BLOCKS = {*_HEADINGS, "p", "div", "ul", "ol", "li", "table", "tr", "pre", "br", "dl", "dt", "dd", "section"}


def body(root: etree._Element, title: str) -> str:
    """What an element holds, as Markdown; a heading that only repeats the title is left out."""
    return "\n\n".join(_blocks(root, title)) + "\n"


def text(element: etree._Element) -> str:
    """The text of an element, in one line."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: etree._Element):
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            # Words of neighbouring blocks are not one word.
            gap = " " if child.tag in _BLOCKS or child.tag in ("td", "th") else ""
            yield gap
            yield from _texts(child)
            yield gap
        yield child.tail or ""


def _blocks(element: etree._Element, title: str) -> list[str]:
    """The blocks of an element; text that stands between them is a paragraph."""
    blocks: list[str] = []
    loose: list[str] = [element.text or ""]

    def paragraph():
        joined = " ".join("".join(loose).split())
        loose.clear()
        if joined:
            blocks.append(markdown.line(joined))

    for child in element:
        if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
            pass
        elif child.tag in _BLOCKS or _holds_blocks(child):
            paragraph()
            blocks.extend(_block(child, title))
        else:
            loose.append("".join(_texts(child)))
        loose.append(child.tail or "")
    paragraph()
    return blocks


def _holds_blocks(element: etree._Element) -> bool:
    return any(child.tag in _BLOCKS for child in element.iterdescendants())


def _block(element: etree._Element, title: str) -> list[str]:
    kind = element.get("class", "").split()
    if element.tag in _HEADINGS:
        words = text(element)
        kept = words and not (element.tag == "h1" and words == title)
        return [markdown.heading(max(2, _HEADINGS[element.tag]), words)] if kept else []
    if element.tag == "pre":
        return [markdown.code("".join(element.itertext()))]
    if element.tag in ("ul", "ol"):
        return _list(element, title)
    if element.tag == "table":
        rows = [[text(cell) for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
        rows = [row for row in rows if any(row)]
        return [markdown.table(rows)] if rows else []
    if "icontable" in kind:
        words = text(element)
        return [markdown.line(words)] if words else []
    blocks = _blocks(element, title)
    for name in kind:
        if name in _CALLOUTS and blocks:
            return [markdown.callout(_CALLOUTS[name], "\n\n".join(blocks))]
    return blocks


def _list(element: etree._Element, title: str) -> list[str]:
    bodies = ["\n\n".join(_blocks(item, title)) for item in element if item.tag == "li"]
    bodies = [item for item in bodies if item]
    # What stands in a list but in none of its items is kept below it.
    others = [block for child in element if isinstance(child.tag, str) and child.tag != "li"
              and child.tag not in _LEFT_OUT for block in _block(child, title)]
    return ([markdown.items(bodies, element.tag == "ol")] if bodies else []) + others
