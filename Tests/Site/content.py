"""The demo's sources, read independently of the generator: what must be published, counted from `Content/`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import yaml


@dataclass(frozen=True)
class Source:
    """A page's source: an article, or the `_index.md` of a category or home."""

    path: str  # below Content/, such as en/account/faq.md
    locale: str
    kind: str  # home, category, guide or faq
    permalink: str  # the page's path on the site, decoded, such as /en/account/faq/
    matter: dict = field(hash=False, compare=False)

    @property
    def key(self) -> str:
        """The path below the locale's folder, which translations have in common."""
        return self.path.partition("/")[2]

    @property
    def is_article(self) -> bool:
        return self.kind in ("guide", "faq")


@dataclass(frozen=True)
class ExpectedPage:
    """A page that readers must find: a source in its own locale, one that stands in for a missing translation, or a
    page that the generator writes itself."""

    locale: str
    kind: str  # that of its source, or search, contact or verify
    permalink: str
    key: str  # what it has in common with its translations
    source: Source | None  # a home page may have none; search, contact and verify have none

    @property
    def file(self) -> str:
        """The output file."""
        return self.permalink[1:] + "index.html"

    @property
    def is_fallback(self) -> bool:
        return self.source is not None and self.source.locale != self.locale

    @property
    def is_article(self) -> bool:
        return self.kind in ("guide", "faq")


class Content:
    """A content folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.settings = yaml.safe_load((folder / "site.yml").read_text("utf-8"))

    @property
    def locales(self) -> list[str]:
        return [locale["code"] for locale in self.settings["locales"]]

    @property
    def default_locale(self) -> str:
        return self.settings["defaultLocale"]

    @cached_property
    def sources(self) -> list[Source]:
        paths = (path for locale in self.locales for path in sorted((self.folder / locale).rglob("*.md")))
        return [self._source(path) for path in paths]

    @cached_property
    def files(self) -> list[str]:
        """Pictures, videos and captions, by their paths below the folder."""
        other = {".md", ".yml"}
        return [
            path.relative_to(self.folder).as_posix()
            for locale in self.locales
            for path in sorted((self.folder / locale).rglob("*"))
            if path.is_file() and path.suffix not in other
        ]

    @cached_property
    def pages(self) -> list[ExpectedPage]:
        """Every page that readers must find, but for the language chooser and the 404 pages."""
        return [page for locale in self.locales for page in self._edition(locale)]

    @property
    def own_pages(self) -> list[ExpectedPage]:
        """Those of them that search engines list: in their own language, and with something to find on them."""
        return [page for page in self.pages if not page.is_fallback and page.kind != "search"]

    def translations(self, page: ExpectedPage) -> dict[str, str]:
        """The permalinks of a page and its translations, by locale; those that stand in for one are left out."""
        return {other.locale: other.permalink for other in self.own_pages if other.key == page.key}

    @cached_property
    def contact(self) -> dict | None:
        """`contact.yml`."""
        file = self.folder / "contact.yml"
        return yaml.safe_load(file.read_text("utf-8")) if file.exists() else None

    @property
    def endpoints(self) -> list[str]:
        """The origins that contact forms are sent to."""
        addresses = (urlsplit(channel["endpoint"]) for channel in self.contact["channels"] if "endpoint" in channel)
        return list(dict.fromkeys(f"{address.scheme}://{address.netloc}" for address in addresses))

    @property
    def aliases(self) -> list[tuple[str, Source]]:
        """The former addresses of pages, each with the page."""
        return [(alias, source) for source in self.sources for alias in source.matter.get("aliases", [])]

    def page(self, path: str) -> ExpectedPage:
        """What readers find for a path such as `en/account/faq.md`, of its locale or standing in, or `en/contact`."""
        locale, _, key = path.partition("/")
        return next(page for page in self.pages if (page.locale, page.key) == (locale, key))

    def _edition(self, locale: str) -> Iterator[ExpectedPage]:
        own = {source.key: source for source in self.sources if source.locale == locale}
        standard = {source.key: source for source in self.sources if source.locale == self.default_locale}
        for key, source in (standard | own).items():
            permalink = f"/{locale}/" + source.permalink.split("/", 2)[2]
            # A home page is never another locale's: the site's title and description introduce it.
            shown = source if source.kind != "home" else own.get(key)
            yield ExpectedPage(locale, source.kind, permalink, key, shown)
        for kind in ("search", "contact", "verify") if self.contact else ("search",):
            yield ExpectedPage(locale, kind, f"/{locale}/{kind}/", kind, None)

    def _source(self, file: Path) -> Source:
        path = PurePosixPath(file.relative_to(self.folder).as_posix())
        matter = next(yaml.safe_load_all(file.read_text("utf-8")))
        if path.name == "_index.md":
            kind = "home" if len(path.parts) == 2 else "category"
            permalink = f"/{path.parent}/"
        else:
            kind = matter.get("kind", "guide")
            permalink = f"/{path.parent}/{matter.get('slug', path.stem)}/"
        return Source(str(path), path.parts[0], kind, permalink, matter)
