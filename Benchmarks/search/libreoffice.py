"""LibreOffice's help, from Debian's packages `libreoffice-help-*`: its pages and the keywords of its index."""

import html
import re
from pathlib import Path

from lxml import html as parser

import html_markdown
from articles import KEYWORD, Article, Corpus, Paths, Query

# Where Debian puts the help; each language has a folder.
HELP = Path("/usr/share/libreoffice/help")
# The languages: the set's name, its locale, the package's folder and name.
LANGUAGES = {
    "lo-en": ("en", "en-US", "libreoffice-help-en-us"),
    "lo-es": ("es", "es", "libreoffice-help-es"),
    "lo-ja": ("ja", "ja", "libreoffice-help-ja"),
    "lo-ko": ("ko", "ko", "libreoffice-help-ko"),
    "lo-ru": ("ru", "ru", "libreoffice-help-ru"),
    "lo-zh": ("zh-Hans", "zh-CN", "libreoffice-help-zh-cn"),
    "lo-zh-tw": ("zh-Hant", "zh-TW", "libreoffice-help-zh-tw"),
}
_FOLDERS = {
    "sbasic": "Basic", "scalc": "Calc", "schart": "Charts", "sdatabase": "Base", "sdraw": "Draw", "shared": "General",
    "simpress": "Impress", "smath": "Math", "swriter": "Writer",
}
_BOOKMARK = re.compile(r'\{url:"([^"]*)", app:"[^"]*", text:"((?:[^"\\]|\\.)*)"\}')


def installed(name: str) -> bool:
    """Whether the package of a set is there."""
    return (HELP / LANGUAGES[name][1] / "bookmarks.js").is_file()


def corpus(name: str) -> Corpus:
    """The pages of a language as articles, and the keywords of its index as queries.

    The pages name their own keywords in `meta` elements, which nothing here reads.
    """
    locale, folder, _ = LANGUAGES[name]
    root = HELP / folder / "text"
    sources = sorted(file.relative_to(root).with_suffix("").as_posix() for file in root.rglob("*.html"))
    paths = Paths()
    paths.reserve_folders(sources)
    addresses = {source: paths.take(source) for source in sources}
    articles = [_article(root / f"{source}.html", address) for source, address in addresses.items()]
    bookmarks = (HELP / folder / "bookmarks.js").read_text("utf-8")
    return Corpus(name, locale, KEYWORD, articles, _queries(bookmarks, addresses), _FOLDERS)


def _article(file: Path, path: str) -> Article:
    page = parser.fromstring(file.read_bytes().decode("utf-8"))
    area = page.get_element_by_id("DisplayArea")
    heading = area.find(".//h1")
    titles = (page.findtext(".//title"), heading is not None and html_markdown.text(heading), file.stem)
    title = next(" ".join(text.split()) for text in titles if text and text.strip())
    return Article(path, title, html_markdown.body(area, title))


def _queries(bookmarks: str, addresses: dict[str, str]) -> list[Query]:
    """The index's keywords; one that leads to several pages is answered by any of them."""
    answers: dict[str, list[str]] = {}
    for url, text in _BOOKMARK.findall(bookmarks):
        source = url.split("/text/", 1)[1].split(".html")[0]
        keyword = html.unescape(re.sub(r"\\(.)", r"\1", text))
        keyword = " ".join(keyword.replace(" -- ", " ").split())
        if keyword and source in addresses:
            paths = answers.setdefault(keyword, [])
            if addresses[source] not in paths:
                paths.append(addresses[source])
    return [Query(text, paths) for text, paths in answers.items()]
