"""Screenshots of every page type, in each locale, on phones and desktops, in light and dark, on one contact sheet.

    .venv/bin/python Tests/Site/screenshots.py [FOLDER]      (default: .build/screenshots)

The output must have been built (`make site`). Open `index.html` in the folder, or `sheet.png` to see all at once.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

import servers
from browser import DESKTOP, PAGE_TYPES, PHONE, chromium
from conftest import OUTPUT, ROOT
from content import Content
from published import PublishedSite

SCHEMES = ("light", "dark")
# States of the contact and verify pages: as they are opened, with a topic chosen, with a look-alike checked.
STATES = {
    "contact": "contact/",
    "contact-urgent": "contact/?topic=account-stolen",
    "contact-topic": "contact/?topic=deposit-missing",
    "verify": "verify/",
    "verify-lookalike": "verify/?check=https://n0rthstar.example/login",
}


def shots(content: Content) -> list[tuple[str, str]]:
    """The name and the address of each page to show."""
    found = []
    for name, path in PAGE_TYPES.items():
        if path.startswith("/"):
            found.append((name, path))
            continue
        for locale in content.locales:
            is_file = path.endswith(".html")
            address = f"/{locale}/{path}" if is_file else content.page(f"{locale}/{path}").permalink
            found.append((f"{name}-{locale}", address))
    for name, address in STATES.items():
        found += [(f"{name}-{locale}", f"/{locale}/{address}") for locale in content.locales]
    alias, _ = content.aliases[0]
    return found + [("redirect", alias)]


def take(browser: Browser, url: str, pages: list[tuple[str, str]], folder: Path) -> list[tuple[str, list[str]]]:
    """Takes the pictures; returns their files in rows, one for each page."""
    rows = [(name, []) for name, _ in pages]
    for size in (PHONE, DESKTOP):
        for scheme in SCHEMES:
            context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce", base_url=url)
            # A redirect is shown before it leads on.
            context.route("**/*", lambda route: _without_refresh(route))
            page = context.new_page()
            for (name, files), (_, address) in zip(rows, pages):
                page.goto(address, referer=url + "/")
                # Pictures further down load when readers come near them.
                page.evaluate(
                    """() => Promise.all([...document.images].map(image => {
                        image.loading = "eager";
                        return image.decode();
                    }))""")
                file = f"{name}-{size['width']}-{scheme}.png"
                page.screenshot(path=folder / file, full_page=True)
                files.append(file)
            context.close()
    return rows


def _without_refresh(route):
    if route.request.resource_type != "document":
        route.continue_()
        return
    response = route.fetch()
    body = response.text().replace('http-equiv="refresh"', 'name="refresh"')
    route.fulfill(response=response, body=body)


STYLE = """
body { font: 14px sans-serif; margin: 16px; background: #777; color: #fff }
div { display: flex; gap: 12px }
img { display: block; width: 240px; height: 520px; object-fit: cover; object-position: top left }
img.wide { width: 520px }
"""


def write_sheet(browser: Browser, rows: list[tuple[str, list[str]]], folder: Path):
    """The contact sheet, with the upper part of each page, as a page and as one picture."""
    parts = [f"<!doctype html><meta charset='utf-8'><title>Screenshots</title><style>{STYLE}</style>"]
    for name, files in rows:
        kinds = ("" if f"-{PHONE['width']}-" in file else "wide" for file in files)
        images = (f"<a href='{file}'><img src='{file}' class='{kind}' alt=''></a>" for file, kind in zip(files, kinds))
        parts.append(f"<h2>{name}</h2><div>{''.join(images)}</div>")
    sheet = folder / "index.html"
    sheet.write_text("\n".join(parts), "utf-8")
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    page.goto(sheet.as_uri())
    page.screenshot(path=folder / "sheet.png", full_page=True)
    page.close()


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    site, content = PublishedSite(OUTPUT), Content(ROOT / "Content")
    with (
        tempfile.TemporaryDirectory() as work,
        servers.python(site.root, Path(work), servers.free_port()) as server,
        chromium() as browser,
    ):
        rows = take(browser, server.url, shots(content), folder)
        write_sheet(browser, rows, folder)
    print(f"{sum(len(files) for _, files in rows)} screenshots: {folder / 'index.html'}")


if __name__ == "__main__":
    main()
