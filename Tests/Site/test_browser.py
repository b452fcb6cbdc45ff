"""Pages in a browser: nothing goes wrong on any of them, they can be read on any screen and paper, and by anyone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

import servers
from browser import DESKTOP, PAGE_TYPES, PHONE, Watch
from content import Content
from published import PublishedSite
from servers import Server

ARTICLE = "/en/security/two-factor/"
# Pages with missing translations: in a locale that has most, and in one that has none and is read from the right.
UNTRANSLATED = {
    "zh-Hans-fallback": "/zh-Hans/security/two-factor/",
    "zh-Hans-fallback-faq": "/zh-Hans/fees/faq/",
    "zh-Hans-category": "/zh-Hans/fees/",
    "ar-home": "/ar/",
    "ar-category": "/ar/security/",
    "ar-groups": "/ar/products/",
    "ar-guide": "/ar/security/two-factor/",
    "ar-tables": "/ar/fees/fee-schedule/",
    "ar-faq": "/ar/security/faq/",
    "ar-contact": "/ar/contact/",
    "ar-not-found": "/ar/404.html",
}


# Of these locales each page type is opened: the default one, and the other one that is complete. Of two that are not,
# one of each direction, pages of which all is in their own words, and an article that is written in all languages.
COMPLETE = ("en", "zh-Hans")
OTHERS = ("ja", "ar")
OWN = ("_index.md", "contact", "verify", "security/recognise-phishing.md")


def addresses(content: Content) -> list[str]:
    """The address of a page of each type in the complete locales, and of some in others."""
    found = []
    for path in PAGE_TYPES.values():
        if path.startswith("/"):
            found.append(path.removesuffix("index.html"))
        elif path.endswith(".html"):
            found += [f"/{locale}/{path}" for locale in COMPLETE]
        else:
            found += [content.page(f"{locale}/{path}").permalink for locale in COMPLETE]
    return found + [content.page(f"{locale}/{path}").permalink for locale in OTHERS for path in OWN]


@pytest.fixture
def context(chromium: Browser, served: Server) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=served.url, viewport=DESKTOP, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _open(page: Page, address: str, server: Server):
    """Opens a page as if by a link of the site, so that the language chooser stays."""
    page.goto(address, referer=server.url + "/")


# Nothing goes wrong


@pytest.fixture(scope="module")
def visits(
    chromium: Browser, site: PublishedSite, content: Content, served: Server
) -> dict[str, tuple[list[str], list[str]]]:
    """What went wrong on each page, and what reached out of it on the narrowest phone, by the page's address.

    The pages are all but those that stand in: their text is visited where it belongs, and how they frame it, in the
    tests with missing translations.
    """
    stand_ins = {page.permalink for page in content.pages if page.is_fallback}
    context = chromium.new_context(base_url=served.url, viewport={"width": 320, "height": 780})
    watch, tab = Watch(context, served.url), context.new_page()
    found = {}
    for address in [page.url for page in site.pages if not page.is_redirect and page.url not in stand_ins]:
        _open(tab, address, served)
        found[address] = (watch.problems.copy(), _overflow(tab))
        watch.problems.clear()
    assert len(watch.requests) > len(found) > 100
    context.close()
    return found


def test_no_page_has_an_error_or_asks_for_anything_from_elsewhere(visits: dict[str, tuple[list[str], list[str]]]):
    assert {address: problems for address, (problems, _) in visits.items() if problems} == {}


def test_no_page_scrolls_sideways_on_the_narrowest_phone(visits: dict[str, tuple[list[str], list[str]]]):
    assert {address: wide for address, (_, wide) in visits.items() if wide} == {}


def test_scrolling_through_a_page_and_playing_its_video_loads_without_an_error(
    context: BrowserContext, served: Server
):
    watch, page = Watch(context, served.url), context.new_page()
    _open(page, ARTICLE, served)
    assert not [url for url in watch.requests if url.endswith(".mp4")], "a video that nobody has started is loaded"
    for image in page.locator("main img").all():
        image.scroll_into_view_if_needed()
        image.evaluate("image => image.decode()")
    video = page.locator("video")
    video.evaluate("async video => { video.muted = true; await video.play(); video.pause() }")
    page.wait_for_function("document.querySelector('track').readyState === HTMLTrackElement.LOADED")
    assert video.evaluate("video => video.textTracks[0].cues.length") > 0
    ratio = video.evaluate("video => video.videoWidth / video.videoHeight * video.height / video.width")
    assert ratio == pytest.approx(1, abs=0.01)
    assert not watch.problems


def test_images_take_no_more_room_when_they_have_loaded(page: Page, served: Server):
    """The sizes in the page are those of the files, so that nothing moves under the reader's finger."""
    _open(page, ARTICLE, served)
    for image in page.locator("main img").all():
        image.scroll_into_view_if_needed()
        image.evaluate("image => image.decode()")
        written = image.evaluate("image => image.getAttribute('width') / image.getAttribute('height')")
        natural = image.evaluate("image => image.naturalWidth / image.naturalHeight")
        assert written == pytest.approx(natural, rel=0.01)


def test_a_former_address_leads_on_without_a_server(page: Page, site: PublishedSite, content: Content, tmp_path):
    with servers.python(site.root, tmp_path, servers.free_port()) as server:
        for alias, source in content.aliases:
            page.goto(server.url + alias)
            page.wait_for_url(server.url + site.url(source.permalink).removeprefix(site.base_url.rstrip("/")))


@pytest.mark.parametrize("address", ["/en/", "/en/contact/", "/en/verify/"])
def test_the_policy_stops_what_a_page_does_not_hold(page: Page, address: str):
    """Were a script to get into a page, it would not run, and had nowhere to send what it finds."""
    page.goto(address)
    page.evaluate(
        """async () => {
            window.stopped = [];
            document.addEventListener("securitypolicyviolation", event => stopped.push(event.effectiveDirective));
            const script = document.createElement("script");
            try { script.text = "window.ran = true"; document.head.append(script) } catch {}
            try { document.body.innerHTML += "<img src=x onerror='window.ran = true'>" } catch {}
            const style = document.createElement("style");
            style.textContent = "body { display: none }";
            document.head.append(style);
            const image = new Image();
            image.src = "https://elsewhere.example/pixel.png";
            document.body.append(image);
            await fetch("https://elsewhere.example/").catch(() => {});
        }""")
    page.wait_for_function("stopped.length >= 5")
    assert page.evaluate("window.ran") is None
    expect(page.locator("h1")).to_be_visible()
    directives = set(page.evaluate("stopped"))
    assert {"require-trusted-types-for", "style-src-elem", "img-src", "connect-src"} <= directives


@pytest.mark.parametrize("address", ["/en/", "/en/contact/", "/en/verify/"])
def test_only_the_contact_page_reaches_the_endpoints_of_forms(page: Page, content: Content, address: str):
    """Of any other page, its own policy is stricter than the header that all pages have in common."""
    for endpoint in content.endpoints:
        asked = []
        page.route(endpoint + "/*", lambda route: (asked.append(route.request.url), route.fulfill(status=204)))
        page.goto(address)
        page.evaluate("address => fetch(address, { method: 'POST', mode: 'no-cors' }).catch(() => {})", endpoint + "/x")
        assert bool(asked) == (address == "/en/contact/"), endpoint


# Without a server, or without its headers


def test_pages_opened_as_files_have_their_styles_and_pictures(page: Page, site: PublishedSite):
    """What cannot work there: browsers run no modules from files, and show a folder's list instead of its page."""
    page.goto((site.root / "en/security/two-factor/index.html").as_uri())
    assert page.locator("body").evaluate("body => getComputedStyle(body).display") == "flex"
    page.locator("main img").first.scroll_into_view_if_needed()
    page.locator("main img").first.evaluate("image => image.decode()")


@pytest.mark.parametrize("program", ["nginx", "caddy", "python"])
def test_the_site_works_below_a_path(chromium: Browser, build, program: str, tmp_path):
    port = servers.free_port()
    base = f"http://127.0.0.1:{port}/support/"
    root = tmp_path / "root"
    root.mkdir()
    published = build(root / "support", "--base-url", base)
    snippet = [] if program == "python" else [published.root / "_server" / f"{program}.conf"]
    context = chromium.new_context(locale="zh-CN")
    run = {"nginx": servers.nginx, "caddy": servers.caddy, "python": servers.python}[program]
    with run(root, tmp_path, port, *snippet) as server:
        watch, page = Watch(context, server.url), context.new_page()
        page.goto(base)
        page.wait_for_url(base + "zh-Hans/")
        assert page.locator("body").evaluate("body => getComputedStyle(body).display") == "flex"
        page.locator(".language-menu summary").click()
        page.get_by_role("link", name="English").click()
        page.wait_for_url(base + "en/")
        page.get_by_role("navigation", name="Main navigation").get_by_role("link", name="Fees").click()
        page.wait_for_url(base + "en/fees/")
        page.get_by_role("navigation", name="Main navigation").get_by_role("link", name="Contact us").click()
        page.wait_for_url(base + "en/contact/")
        # The scripts and what they import have been found, too.
        expect(page.locator("[data-channel] [data-part=status]").first).to_be_visible()
        page.locator(".never-ask").get_by_role("link").click()
        page.wait_for_url(base + "en/verify/")
        expect(page.get_by_role("main").get_by_role("textbox")).to_be_visible()
        assert not watch.problems
        if snippet:
            page.goto(base + "zh-Hans/fees/nothing/here")
            assert page.locator("body").evaluate("body => getComputedStyle(body).display") == "flex"
            page.get_by_role("main").get_by_role("link").first.click()
            page.wait_for_url(base + "zh-Hans/")
    context.close()


# Any screen, and paper


def test_no_page_type_scrolls_sideways(page: Page, content: Content, served: Server):
    for address in addresses(content):
        _open(page, address, served)
        for width in (360, 768, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 780})
            assert _overflow(page) == [], f"{address} {width}"


def test_no_page_with_missing_translations_scrolls_sideways(
    context: BrowserContext, untranslated: PublishedSite, served_untranslated: Server
):
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 780})
    for address in UNTRANSLATED.values():
        page.goto(served_untranslated.url + address)
        assert _overflow(page) == [], address


def _overflow(page: Page) -> list[str]:
    """What reaches out of the page; nothing when it fits."""
    return page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.body.querySelectorAll("*")].filter(element => {
                const box = element.getBoundingClientRect();
                return box.right > width + 1 || box.left < -1;
            });
            return wide.map(element => element.outerHTML.slice(0, 120)).concat("the page");
        }""")


def test_what_readers_touch_is_large_enough_on_phones(page: Page, content: Content, served: Server):
    """44 pixels high, but for links within sentences; or taking that room by what is drawn around them."""
    page.set_viewport_size(PHONE)
    for address in addresses(content):
        _open(page, address, served)
        small = page.evaluate(
            """() => [...document.querySelectorAll("a, summary, button, input, select, textarea")].filter(element => {
                const inText = "p, figcaption, td, .visually-hidden, .skip-link, .prose li, .heading-link";
                if (element.closest(inText) || !element.getClientRects().length) return false;
                const box = element.getBoundingClientRect();
                const around = getComputedStyle(element, "::after");
                const room = around.position === "absolute" ? parseFloat(around.height) || 0 : 0;
                return Math.max(box.height, room) < 43.5;
            }).map(element => `${element.getBoundingClientRect().height}: ${element.outerHTML.slice(0, 100)}`)""")
        assert small == [], address


def test_on_paper_an_article_is_alone_and_shows_its_links(page: Page, served: Server):
    _open(page, ARTICLE, served)
    # The demo's articles lead to no other site: one link is made to.
    link = page.locator(".prose a").last
    link.evaluate("link => { link.href = 'https://elsewhere.example/' }")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".prose")).to_be_visible()
    for part in (".site-header", ".site-footer", ".language-menu", ".breadcrumbs", ".side", ".page-foot", ".skip-link"):
        for element in page.locator(part).all():
            assert not element.is_visible(), part
    colors = page.locator("html").evaluate("html => { const { color, backgroundColor } = getComputedStyle(html);"
                                           " return [color, backgroundColor] }")
    assert colors == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert "https://elsewhere.example/" in link.evaluate("link => getComputedStyle(link, '::after').content")


def test_on_paper_hidden_explanations_are_open(page: Page, content: Content, site: PublishedSite, served: Server):
    folded = [published for published in site.content_pages if published.tree.xpath("//details[@class='details']")]
    assert folded
    _open(page, folded[0].url, served)
    page.emulate_media(media="print")
    details = page.locator("details.details").first
    assert details.evaluate("details => details.open === false")
    inner = details.locator(":scope > :not(summary)").first
    assert inner.evaluate("element => element.checkVisibility({ contentVisibilityAuto: true })")


# Anyone


def test_pages_are_accessible(chromium: Browser, content: Content, served: Server):
    found = []
    for address in addresses(content):
        found += _violations(chromium, served, address)
    assert found == []


def test_pages_with_missing_translations_are_accessible(chromium: Browser, served_untranslated: Server):
    found = []
    for address in UNTRANSLATED.values():
        found += _violations(chromium, served_untranslated, address)
    assert found == []


def _violations(chromium: Browser, server: Server, address: str) -> list[str]:
    """What axe finds on a page, on phones and desktops, in light and in dark."""
    context = chromium.new_context(base_url=server.url, reduced_motion="reduce")
    page = context.new_page()
    _open(page, address, server)
    page.evaluate(Axe().axe_script)
    found = []
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            # Another scheme changes colours only.
            rules = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
            options = {"resultTypes": ["violations"]} | rules
            for violation in page.evaluate("async options => (await axe.run(options)).violations", options):
                nodes = [node["target"] for node in violation["nodes"]]
                found.append(f"{address} {size['width']} {scheme}: {violation['id']} {nodes[:3]}")
    context.close()
    return found


def test_focus_can_be_seen_on_everything_that_takes_it(page: Page, served: Server):
    for address in ("/en/", ARTICLE, "/en/contact/", "/ar/verify/"):
        _open(page, address, served)
        for _ in range(12):
            page.keyboard.press("Tab")
            width = page.evaluate(
                """() => Math.max(...[null, "::after"].map(part => {
                    const style = getComputedStyle(document.activeElement, part);
                    return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
                }))""")
            assert width >= 2, page.evaluate("document.activeElement.outerHTML")
