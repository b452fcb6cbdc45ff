"""Text and blocks written as Markdown that is read back as the same text."""

import re

# What begins markup anywhere in a line, and what does so at the start of a line only.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&{}$#])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))")


def line(text: str) -> str:
    """A text as one line of Markdown in which nothing is markup."""
    escaped = _ANYWHERE.sub(r"\\\1", " ".join(text.split()))
    start = _AT_START.match(escaped)
    if not start:
        return escaped
    if start[2].isdigit():
        return f"{start[2]}\\{escaped[start.end():]}"
    return f"\\{escaped}"


def heading(level: int, text: str) -> str:
    return f"{'#' * min(level, 6)} {line(text)}"


def code(text: str) -> str:
    """A code block; its fence is longer than any in the text."""
    runs = re.findall(r"`{3,}", text)
    fence = "`" * max([3, *(len(run) + 1 for run in runs)])
    return f"{fence}text\n{text.strip(chr(10))}\n{fence}"


def callout(kind: str, body: str) -> str:
    quoted = "\n".join(f"> {row}".rstrip() for row in body.split("\n"))
    return f"> [!{kind}]\n{quoted}"


def items(bodies: list[str], ordered: bool) -> str:
    """A list whose items may hold blocks."""
    rows = []
    for number, body in enumerate(bodies, 1):
        marker = f"{number}. " if ordered else "- "
        indent = " " * len(marker)
        rows.append(marker + body.replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n"))
    return "\n".join(rows)


def table(rows: list[list[str]]) -> str:
    """A table of texts, the first row of which is its head; short rows are filled up."""
    width = max(map(len, rows))
    lines = ["| " + " | ".join(map(line, row + [""] * (width - len(row)))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
