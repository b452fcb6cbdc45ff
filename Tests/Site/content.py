"""The demo's sources, read independently of the generator: what must be published, counted from `Content/`."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

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

    @property
    def aliases(self) -> list[tuple[str, Source]]:
        """The former addresses of pages, each with the page."""
        return [(alias, source) for source in self.sources for alias in source.matter.get("aliases", [])]

    def page(self, path: str) -> Source:
        """The source of a path such as `en/account/faq.md`."""
        return next(source for source in self.sources if source.path == path)

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
