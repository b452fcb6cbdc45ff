"""Small search indexes, written by hand for the tests of the search client."""

import json

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
HEADS = "!#$%&()*+,./:;="
RANKING = {
    "base": 3, "single": 6, "typo1": 14, "form": 12, "typo2": 10, "prefix": 10, "prefixKnown": 4, "pair": 16, "near": 46,
    "window": 32, "unseen": 40, "good": 35, "answerLead": 134, "answerShare": 67, "answerTokens": 3, "texts": 2,
}  # fmt: skip


def postings(weight: int, levels: dict[int, int]) -> str:
    """The documents of a term, each with its level (1 to 15)."""
    text = DIGITS[weight]
    for level in sorted(set(levels.values()), reverse=True):
        text += HEADS[level - 1]
        last = -1
        for document in sorted(number for number in levels if levels[number] == level):
            gap, last = document - last - 1, document
            while gap > 31:
                text += DIGITS[32 + gap % 32]
                gap //= 32
            text += DIGITS[gap]
    return text


def article(path: str, title: str, *blocks: str, kind: int = 0, summary: str = "", **more) -> dict:
    """A document and its text: one passage of blocks, unless `passages` are given."""
    passages = more.pop("passages", [["", "", "\n".join(blocks)]])
    return {"path": path, "title": title, "kind": kind, "summary": summary, "passages": passages, **more}


def files(
    documents: list[dict],
    terms: dict[str, str],
    shards: tuple[str, ...] = ("",),
    words: tuple[str, ...] = (),
    name: str = "one",
    locale: str = "en",
    block: int = 2,
    **ranking: int,
) -> dict[str, str]:
    """The files of an index below `search/`; each file of terms begins at one of the `shards`."""
    folder = f"{locale}/{name}"
    ends = sorted(word[::-1] for word in words)
    index = {
        "format": 1, "set": name, "docs": len(documents), "block": block, "shards": shards, "words": [""] if words else [],
        "ends": [""] if words else [], "ranking": RANKING | ranking,
    }  # fmt: skip
    found = {f"{locale}/index.json": index}
    for number, start in enumerate(shards):
        end = shards[number + 1] if number + 1 < len(shards) else chr(0x10FFFF)
        found[f"{folder}/terms-{number}.json"] = {key: value for key, value in terms.items() if start <= key < end}
    if words:
        found |= {f"{folder}/words-0.json": sorted(words), f"{folder}/ends-0.json": ends}
    for start in range(0, len(documents), block):
        records = []
        for number, document in enumerate(documents[start : start + block], start):
            found[f"text/{name}{number}.json"] = document["passages"]
            record = [document["path"], document["title"], 0, document["summary"], document["kind"], f"{name}{number}"]
            record += [document.get("own", 0), *([document["language"]] if "language" in document else [])]
            records.append(record)
        found[f"{folder}/docs-{start // block}.json"] = {"c": [["Account", "Security"]], "d": records}
    return {path: json.dumps(content, ensure_ascii=False) for path, content in found.items()}
