"""The published site as its tests see it: files, parsed pages, and what an address leads to."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

import html5lib
import lxml.etree

# An address that no site has stands for the host, to resolve relative addresses as a browser does.
HOST = "http://site.invalid"
FINGERPRINT = re.compile(r"\.[0-9a-z]{8,16}(?=\.[a-z0-9]+$)")
# The modules that a script imports before it runs; the project's code style has each statement begin a line.
IMPORT = re.compile(r"""^(?:import|export)\b(?:[\w\s{},*]*?\bfrom)?\s*"([^"]+)";""", re.M)


def in_template(element: lxml.etree._Element) -> bool:
    """Whether an element is part of a `<template>`: not shown, but copied and filled by scripts."""
    return next(element.iterancestors("template"), None) is not None


class Page:
    """A published HTML file."""

    def __init__(self, root: Path, path: str):
        self.path = path  # below the output, such as en/account/index.html
        self.file = root / path
        # The address at which readers see it, decoded.
        self.url = "/" + (path.removesuffix("index.html") if PurePosixPath(path).name == "index.html" else path)

    def __repr__(self) -> str:
        return self.path

    @cached_property
    def html(self) -> str:
        return self.file.read_text("utf-8")

    @cached_property
    def _parser(self) -> html5lib.HTMLParser:
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
        self._document = parser.parse(self.html)
        return parser

    @property
    def errors(self) -> list[str]:
        """What the HTML standard calls parse errors, with their places."""
        return [f"{self.path}:{line}: {name} {values}" for (line, _), name, values in self._parser.errors]

    @property
    def tree(self) -> lxml.etree._Element:
        """The root element."""
        assert self._parser
        return self._document.getroot()

    @cached_property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    def elements(self, *names: str) -> Iterator[lxml.etree._Element]:
        """The elements of the page as it is read, which what scripts copy, `<template>`, is not part of."""
        return (element for element in self.tree.iter(*names) if not in_template(element))

    @property
    def is_redirect(self) -> bool:
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    @property
    def is_not_found(self) -> bool:
        return PurePosixPath(self.path).name == "404.html"

    @property
    def is_search(self) -> bool:
        """Whether it is a locale's search page."""
        return PurePosixPath(self.path).match("*/search/index.html") and self.path.count("/") == 2

    @property
    def is_indexable(self) -> bool:
        return not self.tree.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")

    @property
    def canonical(self) -> str | None:
        return next(iter(self.tree.xpath("//link[@rel='canonical']/@href")), None)

    @property
    def alternates(self) -> dict[str, str]:
        """The addresses of the page's translations by hreflang."""
        links = self.tree.xpath("//link[@rel='alternate'][@hreflang]")
        found = {link.get("hreflang"): link.get("href") for link in links}
        assert len(found) == len(links), f"{self.path}: a hreflang is named twice"
        return found

    def references(self) -> list[tuple[str, str]]:
        """Everything the page refers to by an address: what refers, and the address."""
        found = []
        for element in self.tree.iter(lxml.etree.Element):
            name = lxml.etree.QName(element).localname
            for attribute in ("href", "src", "poster", "action"):
                if attribute in element.attrib:
                    found.append((f"{name} {element.get('rel', '')}".strip(), element.get(attribute)))
            for candidate in filter(None, element.get("srcset", "").split(",")):
                found.append((name, candidate.split()[0]))
            if element.get("http-equiv") == "refresh":
                found.append(("refresh", element.get("content").partition("url=")[2]))
        return found


class PublishedSite:
    """An output folder."""

    def __init__(self, root: Path):
        self.root = root
        self._pages: dict[str, Page] = {}

    @cached_property
    def base_url(self) -> str:
        """The address that the site was built for, with a slash at its end."""
        return self.page("index.html").canonical

    @property
    def base_path(self) -> str:
        return urlsplit(self.base_url).path

    @cached_property
    def files(self) -> set[str]:
        return {path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> list[Page]:
        """Every HTML file."""
        return [self.page(path) for path in sorted(self.files) if path.endswith(".html")]

    @property
    def content_pages(self) -> list[Page]:
        """The pages that readers find: neither redirects nor 404 pages."""
        return [page for page in self.pages if not page.is_redirect and not page.is_not_found]

    def page(self, path: str) -> Page:
        """The page of a file of the output."""
        if path not in self._pages:
            self._pages[path] = Page(self.root, path)
        return self._pages[path]

    def page_at(self, permalink: str) -> Page:
        """The page of a decoded path such as `/en/`."""
        return self.page(permalink.removeprefix("/") + "index.html")

    def imports(self, script: Path) -> list[str]:
        """The addresses of the modules that a script imports, as it names them."""
        return IMPORT.findall(script.read_text("utf-8"))

    def url(self, permalink: str) -> str:
        """The decoded absolute address of a decoded path."""
        return unquote(self.base_url) + permalink.removeprefix("/")

    def target(self, address: str, seen_from: str) -> tuple[str, str] | None:
        """The output file that an address leads to, with the fragment; nothing when it leads off the site.

        `seen_from` is the decoded path of the page or file that names it. The file is named whether it is there or not.
        """
        if address.startswith(self.base_url):
            address = "/" + address.removeprefix(self.base_url)
        elif address.startswith("/") and not address.startswith("//"):
            assert address.startswith(self.base_path), f"{address} leads out of {self.base_path}"
            address = "/" + address.removeprefix(self.base_path)
        parts = urlsplit(urljoin(HOST + quote(seen_from), address))
        if f"{parts.scheme}://{parts.netloc}" != HOST:
            return None
        path = unquote(parts.path, errors="strict").removeprefix("/")
        return path + "index.html" if not path or path.endswith("/") else path, unquote(parts.fragment)

    def problem(self, address: str, seen_from: str) -> str | None:
        """What is wrong with an address of the site; nothing when it leads to a file, and to an element of it."""
        target = self.target(address, seen_from)
        if target is None:
            return None
        path, fragment = target
        if path not in self.files:
            return f"{seen_from}: {address} leads to no file"
        if not fragment:
            return None
        # The Markdown twin of a page has the headings of the page.
        path = path.removesuffix(".md") + ".html" if path.endswith("/index.md") else path
        if not path.endswith(".html"):
            return f"{seen_from}: {address} has a fragment, but leads to no page"
        return None if fragment in self.page(path).ids else f"{seen_from}: {address} leads to no element"
