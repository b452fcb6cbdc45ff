"""The search field of every page and the search page, in a browser: with the published index, and, where a test must know
what comes, with a client whose answers it knows."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

import servers
from browser import DESKTOP, PHONE, Watch
from content import Content
from published import PublishedSite
from servers import Server

ARTICLE = "/en/security/two-factor/"
SEARCH = "/en/search/"
CLIENT = re.compile(r"/search/client\.\w+\.js$")
FAKE = Path(__file__).parent / "fixtures/search-client.js"
# What a reader loads who turns to search: the client, and the interface of a field or of the page. Three quarters of it
# are the client. In bytes, each file compressed by itself, as a web server would.
SCRIPTS = {"field": 10_400, "page": 10_700}


@pytest.fixture
def context(chromium: Browser, served: Server) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=served.url, viewport=DESKTOP, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def watch(context: BrowserContext, served: Server) -> Iterator[Watch]:
    """The page under watch; at the end nothing has gone wrong, the policy has stopped nothing."""
    watch = Watch(context, served.url)
    yield watch
    assert watch.problems == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def known(page: Page) -> Page:
    """A page whose client gives known answers."""
    page.route(CLIENT, lambda route: route.fulfill(path=FAKE, content_type="text/javascript"))
    return page


def field(page: Page):
    return page.locator(".search input:visible")


def options(page: Page):
    return page.get_by_role("option")


def ask(page: Page, query: str, address: str = ARTICLE):
    """Types a query into the field of a page."""
    page.goto(address)
    field(page).fill(query)


def active(page: Page) -> str | None:
    """The text of the option that assistive technology is told of; it is the one that is shown as selected."""
    id = field(page).get_attribute("aria-activedescendant")
    selected = page.locator("[role=option][aria-selected=true]")
    if not id:
        expect(selected).to_have_count(0)
        return None
    assert selected.get_attribute("id") == id
    return selected.inner_text()


def of_search(watch: Watch) -> list[str]:
    """What of search has been asked for, but for the pages."""
    return [url for url in watch.requests if "/search" in url and not re.search(r"/search/(\?|$)", url)]


# What is loaded, and when


def test_nothing_of_search_is_loaded_before_a_field_has_the_focus(page: Page, watch: Watch):
    for address in ("/en/", ARTICLE, "/en/404.html", "/en/contact/", SEARCH):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert of_search(watch) == [], address
        field(page).focus()
        page.wait_for_load_state("networkidle")
        names = {re.sub(r"\.\w+\.js$", "", url.rpartition("/")[2]) for url in of_search(watch)}
        assert names == {"search", "client", "page" if address == SEARCH else "field"}, address
        watch.requests.clear()


def test_the_scripts_of_search_are_small(site: PublishedSite):
    def size(name: str) -> int:
        (path,) = [path for path in site.files if re.fullmatch(name + r"\.\w+\.js", path)]
        return len(gzip.compress((site.root / path).read_bytes(), 6))

    both = size("scripts/search") + size("search/client")
    for part, most in SCRIPTS.items():
        assert both + size(f"scripts/search/{part}") <= most, part


# The combobox


def test_results_are_shown_while_the_reader_types(page: Page, watch: Watch):
    ask(page, "password")
    expect(options(page).first).to_be_visible()
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    list_id = field(page).get_attribute("aria-controls")
    assert page.get_by_role("listbox", name="Search results").get_attribute("id") == list_id
    assert active(page) is None
    expect(options(page).last).to_have_text("All results for “password”")
    expect(page.locator("mark").first).to_have_text(re.compile("password", re.I))


def test_arrows_go_through_the_results_and_round(known: Page, watch: Watch):
    ask(known, "known")
    expect(options(known)).to_have_count(4)
    for key, expected in [
        ("ArrowDown", "Turn on"), ("ArrowDown", "Is it safe?"), ("End", "All results"), ("ArrowDown", "Turn on"),
        ("ArrowUp", "All results"), ("Home", "Turn on"),
    ]:
        known.keyboard.press(key)
        assert expected in active(known), key
    # The caret has its keys while no result is chosen.
    known.keyboard.press("Escape")
    known.keyboard.press("Home")
    assert field(known).evaluate("field => field.selectionStart") == 0 and active(known) is None


def test_enter_opens_the_chosen_result(known: Page, watch: Watch):
    ask(known, "known", "/en/")
    expect(options(known)).to_have_count(4)
    known.keyboard.press("ArrowDown")
    known.keyboard.press("Enter")
    known.wait_for_url("**" + ARTICLE)


def test_enter_without_a_choice_leads_to_the_search_page(page: Page, watch: Watch):
    ask(page, "lost phone")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=lost+phone")
    expect(page.locator(".results a").first).to_be_visible()


def test_escape_closes_the_results_and_then_clears_the_field(known: Page, watch: Watch):
    ask(known, "known")
    expect(options(known)).to_have_count(4)
    known.keyboard.press("Escape")
    expect(known.get_by_role("listbox")).to_be_hidden()
    expect(field(known)).to_have_attribute("aria-expanded", "false")
    expect(field(known)).to_have_value("known")
    known.keyboard.press("ArrowDown")
    expect(known.get_by_role("listbox")).to_be_visible()
    known.keyboard.press("Escape")
    known.keyboard.press("Escape")
    expect(field(known)).to_have_value("")


def test_tab_leaves_the_field_and_closes_the_results(known: Page, watch: Watch):
    ask(known, "known")
    expect(options(known)).to_have_count(4)
    known.keyboard.press("Tab")
    expect(known.get_by_role("listbox")).to_be_hidden()
    assert not field(known).evaluate("field => field === document.activeElement")


@pytest.mark.parametrize("query", ["known", "slow", "fail"])
@pytest.mark.parametrize("key", ["Tab", "Escape"])
def test_what_comes_after_the_field_is_left_stays_closed(known: Page, watch: Watch, query: str, key: str):
    known.goto(ARTICLE)
    field(known).focus()
    known.wait_for_load_state("networkidle")
    # Where it has failed already, Tab leads to the way to try again.
    for pause in (0,) if query == "fail" else (0, 500):
        field(known).fill(query)
        known.wait_for_timeout(pause)
        field(known).press(key)
        known.wait_for_timeout(1800)
        expect(known.locator(".search-popup")).to_be_hidden()
        expect(known.locator("p[role=status]")).to_be_empty()


def test_a_field_with_text_shows_its_results_when_the_reader_returns(known: Page, watch: Watch):
    ask(known, "known")
    expect(options(known)).to_have_count(4)
    known.keyboard.press("Tab")
    expect(known.get_by_role("listbox")).to_be_hidden()
    field(known).focus()
    expect(known.get_by_role("listbox")).to_be_visible()
    known.keyboard.press("Escape")
    expect(known.get_by_role("listbox")).to_be_hidden()
    field(known).click()
    expect(known.get_by_role("listbox")).to_be_visible()


def test_on_a_phone_the_results_lie_on_the_screen(known: Page, watch: Watch):
    known.set_viewport_size(PHONE)
    ask(known, "known", "/en/")
    expect(options(known)).to_have_count(4)
    popup, input = known.locator(".search-popup").bounding_box(), field(known).bounding_box()
    assert 0 <= input["y"] < 60 and popup["y"] + popup["height"] <= PHONE["height"]
    known.set_viewport_size({"width": 360, "height": 400})
    field(known).fill("known again")
    expect(options(known).last).to_contain_text("again")
    popup = known.locator(".search-popup").bounding_box()
    assert popup["y"] + popup["height"] <= 400


def test_the_chosen_result_is_seen_in_forced_colours(known: Page, watch: Watch):
    known.emulate_media(forced_colors="active")
    ask(known, "known")
    expect(options(known)).to_have_count(4)
    known.keyboard.press("ArrowDown")
    styles = options(known).evaluate_all("all => all.map(option => getComputedStyle(option).outlineStyle)")
    assert styles == ["solid", "none", "none", "none"]


def test_a_match_that_is_cut_off_has_no_ground_behind_the_ellipsis(known: Page, watch: Watch):
    ask(known, "known")
    mark = options(known).first.locator(".result-text mark")
    expect(mark).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_a_press_elsewhere_closes_the_results(known: Page, watch: Watch):
    ask(known, "known")
    expect(options(known)).to_have_count(4)
    known.mouse.click(20, 700)
    expect(known.get_by_role("listbox")).to_be_hidden()


def test_a_result_is_opened_by_a_click(known: Page, watch: Watch):
    ask(known, "known", "/en/")
    options(known).first.click()
    known.wait_for_url("**" + ARTICLE)


def test_the_slash_leads_to_the_field_but_not_from_another(page: Page, watch: Watch):
    for address in ("/en/", ARTICLE, SEARCH):
        page.goto(address)
        page.keyboard.press("/")
        expect(field(page)).to_be_focused()
        expect(field(page)).to_have_value("")
    page.goto("/en/verify/")
    other = page.get_by_role("main").get_by_role("textbox")
    other.press("/")
    expect(other).to_have_value("/")


def test_what_is_found_is_said_once_the_reader_pauses(known: Page, watch: Watch):
    known.goto(ARTICLE)
    field(known).focus()
    region = known.locator("p[role=status]")
    expect(region).to_have_count(1)
    region.evaluate(
        """region => {
            window.said = [];
            new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
        }""")
    field(known).press_sequentially("known", delay=150)
    expect(region).to_have_text("3 results")
    assert known.evaluate("said.filter(Boolean)") == ["3 results"]
    known.keyboard.press("Escape")
    expect(region).to_be_empty()
    field(known).fill("slow")
    expect(region).to_have_text("Searching…")
    expect(region).to_have_text("3 results")


def test_the_answer_stands_above_the_results_and_its_article_not_again(known: Page, watch: Watch):
    ask(known, "answer")
    expect(options(known)).to_have_count(4)
    first = options(known).first
    expect(first).to_contain_text("Answer")
    expect(first).to_contain_text("Scan the code")
    expect(first).to_contain_text("Security › Turn on <b>two-factor</b>")
    expect(options(known).nth(1)).to_contain_text("Is it safe?")


# Input methods


def test_a_composition_is_left_alone(known: Page, watch: Watch):
    """Neither searched for before it ends, nor are its keys taken."""
    ask(known, "known", "/zh-Hans/security/two-factor/")
    expect(options(known)).to_have_count(4)
    known.keyboard.press("ArrowDown")
    chosen = active(known)
    ime = known.context.new_cdp_session(known)
    known.evaluate("window.asked = 0")
    known.evaluate(
        """() => new MutationObserver(() => asked++)
            .observe(document.querySelector("[role=listbox]"), { childList: true })""")
    for text in ("m", "mi", "mim", "mima"):
        ime.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    # Keys that belong to the input method: it chooses among its own words with them.
    for key in ("ArrowDown", "Enter", "Escape"):
        field(known).evaluate(
            """(field, key) => field.dispatchEvent(
                new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, isComposing: true }))""", key)
        field(known).evaluate(
            """(field, key) => field.dispatchEvent(
                new KeyboardEvent("keydown", { key, keyCode: 229, bubbles: true, cancelable: true }))""", key)
    known.wait_for_timeout(500)
    assert known.evaluate("asked") == 0 and active(known) == chosen
    expect(known).to_have_url(re.compile("/zh-Hans/security/two-factor/$"))
    ime.send("Input.insertText", {"text": "密码"})
    expect(options(known).last).to_contain_text("known密码")


def compose(page: Page, *texts: str):
    ime = page.context.new_cdp_session(page)
    for text in texts:
        ime.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    return ime


@pytest.mark.parametrize("address", ["/en/", SEARCH])
def test_words_that_a_phone_holds_in_a_composition_are_searched_while_typed(known: Page, watch: Watch, address: str):
    known.goto(address)
    field(known).focus()
    compose(known, "k", "kn", "know")
    expect(known.locator("[role=option], .results > li").first).to_be_visible()


@pytest.mark.parametrize("locale", ["zh-Hans", "ja", "ko"])
@pytest.mark.parametrize("path", ["", "search/"])
def test_a_composition_that_began_before_search_was_loaded_is_left_alone(
    known: Page, watch: Watch, locale: str, path: str
):
    waiting = []
    known.unroute(CLIENT)
    known.route(CLIENT, lambda route: waiting.append(route))
    known.goto(f"/{locale}/{path}")
    field(known).focus()
    ime = compose(known, "m", "mi")
    known.wait_for_timeout(200)
    (route,) = waiting
    route.fulfill(path=FAKE, content_type="text/javascript")
    known.wait_for_timeout(500)
    results = known.locator("[role=option], .results > li")
    expect(results).to_have_count(0)
    ime.send("Input.imeSetComposition", {"text": "mima", "selectionStart": 4, "selectionEnd": 4})
    known.wait_for_timeout(500)
    expect(results).to_have_count(0)
    ime.send("Input.insertText", {"text": "密码"})
    expect(results.first).to_be_visible()


def test_readers_of_such_languages_are_waited_for_on_every_page(chromium: Browser, served: Server):
    context = chromium.new_context(base_url=served.url, locale="zh-CN")
    page = context.new_page()
    page.route(CLIENT, lambda route: route.fulfill(path=FAKE, content_type="text/javascript"))
    page.goto("/en/")
    field(page).focus()
    page.wait_for_load_state("networkidle")
    compose(page, "m", "mi")
    page.wait_for_timeout(500)
    expect(options(page)).to_have_count(0)
    context.close()


def test_each_syllable_of_korean_is_searched_when_it_is_done(known: Page, watch: Watch):
    """There one composition follows the other without a pause."""
    known.goto("/ko/")
    field(known).focus()
    known.wait_for_load_state("networkidle")
    ime = known.context.new_cdp_session(known)
    for text in ("ㅊ", "추", "출"):
        ime.send("Input.imeSetComposition", {"text": text, "selectionStart": 1, "selectionEnd": 1})
    ime.send("Input.insertText", {"text": "출"})
    ime.send("Input.imeSetComposition", {"text": "ㄱ", "selectionStart": 1, "selectionEnd": 1})
    expect(options(known).last).to_have_text("“출” 검색 결과 모두 보기")


# The search page


def test_a_link_with_a_query_shows_its_results(page: Page, watch: Watch):
    page.goto(SEARCH + "?q=lost+phone")
    expect(field(page)).to_have_value("lost phone")
    expect(page.locator(".results a").first).to_be_visible()
    expect(page).to_have_title("“lost phone” – Search · Northstar Help")
    expect(page.get_by_role("link", name="Contact us").last).to_have_attribute("href", re.compile(r"\?q=lost\+phone$"))


def test_a_result_says_what_and_where_it_is(known: Page, watch: Watch):
    known.goto(SEARCH + "?q=known")
    results = known.locator(".results > li")
    expect(results).to_have_count(3)
    # Whatever the texts hold is text.
    expect(results.first.get_by_role("heading", level=2)).to_have_text("Turn on <b>two-factor</b>")
    expect(results.first).to_contain_text("Number 0 & <i>more</i>")
    expect(results.first.locator("mark")).to_have_text(["Turn", "Number"])
    expect(results.first.locator(".tag")).to_have_count(0)
    expect(results.nth(1).locator(".result-crumb")).to_have_text("Question Security › Questions")
    # What is written in another language says so; where it lies is in the page's own.
    assert results.nth(2).get_attribute("lang") is None
    for part, lang in (("title", "zh-Hans"), ("text", "zh-Hans"), ("crumb", None)):
        assert results.nth(2).locator(f".result-{part}").get_attribute("lang") == lang
    expect(results.nth(2).locator(".tag")).to_have_text(["FAQ", "In 简体中文"])
    expect(results.nth(2).locator(".tag").first).to_have_attribute("lang", "en")


def test_the_answer_has_a_card_of_its_own(known: Page, watch: Watch):
    known.goto(SEARCH + "?q=answer")
    card = known.locator(".search-answer")
    expect(card.get_by_role("heading", level=2)).to_have_text("Scan the code")
    expect(card.locator("mark")).to_have_text("the")
    expect(card.get_by_role("link", name=re.compile("^Read more"))).to_have_attribute("href", re.compile(ARTICLE + "$"))
    # Its article need not stand below it again.
    expect(known.locator(".results > li")).to_have_count(2)
    expect(known.locator(".results > li").first).to_contain_text("Is it safe?")
    expect(known.locator(".search-status")).to_have_text("3 results")


def test_more_results_are_shown_on_request(known: Page, watch: Watch):
    known.goto(SEARCH + "?q=many")
    expect(known.locator(".results > li")).to_have_count(10)
    expect(known.locator(".search-status")).to_have_text("The 10 best results")
    known.get_by_role("button", name="Show more results").click()
    expect(known.locator(".results > li")).to_have_count(20)
    expect(known.locator(".results > li").nth(10).get_by_role("link")).to_be_focused()
    known.get_by_role("button", name="Show more results").click()
    expect(known.locator(".results > li")).to_have_count(25)
    expect(known.get_by_role("button", name="Show more results")).to_be_hidden()
    expect(known.locator(".search-status")).to_have_text("25 results")


def test_back_and_forward_lead_through_the_queries(known: Page, watch: Watch):
    known.goto(SEARCH + "?q=many")
    expect(known.locator(".results > li")).to_have_count(10)
    # All that is typed before Enter is one entry.
    field(known).fill("")
    field(known).press_sequentially("known", delay=150)
    expect(known.locator(".results > li")).to_have_count(3)
    expect(known).to_have_url(re.compile(r"\?q=known$"))
    known.keyboard.press("Enter")
    field(known).fill("answer")
    known.keyboard.press("Enter")
    expect(known.locator(".search-answer")).to_be_visible()
    for query, count in (("known", 3), ("many", 10)):
        known.go_back()
        expect(field(known)).to_have_value(query)
        expect(known.locator(".results > li")).to_have_count(count)
        expect(known).to_have_title(f"“{query}” – Search · Northstar Help")
    known.go_forward()
    expect(field(known)).to_have_value("known")


def test_without_a_query_there_are_the_topics_and_the_way_to_a_person(page: Page, watch: Watch):
    page.goto(SEARCH)
    expect(page.get_by_role("heading", name="Browse by topic")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Contact us")).to_be_visible()
    field(page).fill("password")
    expect(page.get_by_role("heading", name="Browse by topic")).to_be_hidden()
    field(page).fill("")
    expect(page.get_by_role("heading", name="Browse by topic")).to_be_visible()
    expect(page.locator(".search-results:visible")).to_have_count(0)
    expect(page).to_have_title("Search · Northstar Help")


def test_without_a_good_result_other_languages_and_a_person_are_offered(page: Page, watch: Watch):
    page.goto(SEARCH + "?q=" + "忘记密码怎么办")
    expect(page.locator(".search-status")).to_contain_text("“忘记密码怎么办”")
    section = page.get_by_role("region").or_(page.locator("section")).filter(has_text="Results in 简体中文")
    expect(section.get_by_role("link").first).to_be_visible()
    expect(section.locator("ol")).to_have_attribute("lang", "zh-Hans")
    link = page.get_by_role("main").get_by_role("link", name="Contact us")
    link.click()
    page.wait_for_url("**/en/contact/?q=*")
    expect(page.get_by_text("You searched for “忘记密码怎么办”.")).to_be_visible()


def test_other_languages_are_asked_only_where_this_one_has_no_good_result(page: Page, watch: Watch):
    page.goto(SEARCH + "?q=reset+password")
    expect(page.locator(".results a").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    indices = {url.split("/search/")[1].split("/")[0] for url in watch.requests if url.endswith("index.json")}
    assert indices == {"en"}


def test_a_poor_result_is_called_so_and_words_that_no_article_has_are_named(known: Page, watch: Watch):
    known.goto(SEARCH + "?q=poor")
    expect(known.locator(".search-status")).to_have_text("Nothing fits “poor” well. This comes closest.")
    expect(known.get_by_text("Not in any article: xyzzy and quux")).to_be_visible()
    # Results of other locales that only stand in there are found here as well.
    expect(known.locator("[data-locale=ja] .results > li")).to_have_count(2)
    field(known).fill("known")
    expect(known.locator("[data-locale=ja]")).to_be_hidden()
    known.goto("/ja/search/?q=poor")
    expect(known.get_by_text("xyzzy、quux")).to_be_visible()


@pytest.mark.parametrize("query", [
    "   ", "<img src=x onerror=alert(1)>", "'; DROP TABLE", "{query}", "\u202e\u0000x", "a" * 5000, "%E0%A4%A",
])
def test_no_query_breaks_the_page(page: Page, watch: Watch, query: str):
    page.goto(SEARCH)
    field(page).fill(query)
    field(page).press("Enter")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("main").get_by_role("link", name="Contact us")).to_be_visible()
    assert page.locator("main img").count() == 0
    if query.strip("\u202e\u0000 "):
        expect(page.locator(".search-status")).not_to_be_empty()


def test_a_query_in_the_address_is_no_longer_than_one_in_the_field(known: Page, watch: Watch):
    known.goto(SEARCH + "?q=known" + "a" * 500)
    expect(known.locator(".results > li")).to_have_count(3)
    assert len(field(known).input_value()) == 200
    field(known).fill("answer")
    field(known).press("Enter")
    expect(known.locator(".results > li")).to_have_count(2)
    known.go_back()
    expect(known.locator(".results > li")).to_have_count(3)
    assert len(field(known).input_value()) == 200


# Without JavaScript, and when the network fails


def test_without_javascript_the_search_page_lists_every_article(chromium: Browser, served: Server, content: Content):
    context = chromium.new_context(base_url=served.url, java_script_enabled=False)
    page = context.new_page()
    for locale in content.locales:
        page.goto(f"/{locale}/")
        field(page).fill("password")
        field(page).press("Enter")
        page.wait_for_url(f"**/{locale}/search/?q=password")
        # The elements within noscript are read from the page as a browser without scripts shows them.
        links = page.locator("main .entries a")
        addresses = [unquote(urlsplit(address).path) for address in links.evaluate_all("all => all.map(a => a.href)")]
        expected = [article.permalink for article in content.pages if article.locale == locale and article.is_article]
        assert sorted(addresses) == sorted(expected)
        expect(links.first).to_be_visible()
        boxes = [page.locator(name).first.bounding_box() for name in (".search-lead", "noscript .callout", "h3", ".entries")]
        gaps = [below["y"] - above["y"] - above["height"] for above, below in zip(boxes, boxes[1:])]
        assert gaps[0] >= 16 and gaps[2] >= 8
        expect(page.locator(f"main a[href$='/{locale}/contact/']:visible")).to_have_count(1)
    context.close()


def test_an_index_that_does_not_load_is_asked_for_again(page: Page):
    page.route("**/index.json", lambda route: route.abort())
    ask(page, "password")
    problem = page.get_by_text("The search could not be loaded.")
    expect(problem).to_be_visible()
    page.unroute("**/index.json")
    page.get_by_role("button", name="Try again").click()
    expect(options(page).first).to_be_visible()
    expect(problem).to_have_count(0)


def test_the_retry_is_reached_by_the_keyboard(page: Page):
    page.route("**/index.json", lambda route: route.abort())
    ask(page, "password")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Try again")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-popup")).to_be_hidden()
    expect(field(page)).to_be_focused()
    field(page).click()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    page.keyboard.press("Tab")
    page.unroute("**/index.json")
    page.keyboard.press("Enter")
    expect(options(page).first).to_be_visible()
    expect(field(page)).to_be_focused()


def test_a_retry_on_the_search_page_leads_back_to_the_field(page: Page):
    page.route("**/index.json", lambda route: route.abort())
    page.goto(SEARCH + "?q=password")
    button = page.get_by_role("button", name="Try again")
    expect(button).to_be_visible()
    page.unroute("**/index.json")
    button.press("Enter")
    expect(page.locator(".results > li").first).to_be_visible()
    expect(field(page)).to_be_focused()


def test_a_server_that_never_answers_can_be_asked_again(page: Page):
    held = []
    page.route("**/index.json", lambda route: route.continue_() if held else held.append(route))
    for address in (ARTICLE, SEARCH):
        held.clear()
        ask(page, "password", address)
        expect(page.get_by_text("Searching…").first).to_be_visible()
        button = page.get_by_role("button", name="Try again")
        expect(button).to_be_visible(timeout=10_000)
        button.click()
        expect(page.locator("[role=option], .results > li").first).to_be_visible()


def test_what_was_found_before_stays_when_search_fails(known: Page, watch: Watch):
    known.goto(SEARCH + "?q=known")
    expect(known.locator(".results > li")).to_have_count(3)
    field(known).fill("fail")
    expect(known.locator(".search-problem")).to_contain_text("The search could not be loaded.")
    expect(known.locator(".results > li")).to_have_count(3)
    ask(known, "known")
    expect(options(known)).to_have_count(4)
    field(known).fill("fail")
    expect(known.get_by_role("button", name="Try again")).to_be_visible()
    expect(options(known)).to_have_count(4)


def test_results_that_may_be_missing_are_mentioned(known: Page, watch: Watch):
    for address in (ARTICLE, SEARCH):
        ask(known, "part", address)
        expect(known.get_by_text("some results may be missing")).to_be_visible()
        expect(known.get_by_role("button", name="Try again")).to_be_visible()
    # What fits better may be what is missing.
    expect(known.locator(".search-status")).to_have_text("3 results")
    expect(known.locator("[data-locale=ja]")).to_be_hidden()


def test_nothing_is_not_said_to_be_found_where_the_answer_is_missing(known: Page, watch: Watch):
    for address in (ARTICLE, SEARCH):
        ask(known, "known", address)
        results = known.locator("[role=option], .results > li")
        expect(results.first).to_be_visible()
        before = results.all_inner_texts()
        field(known).fill("gap")
        expect(known.get_by_text("The search could not be loaded.").last).to_be_visible()
        assert results.all_inner_texts() == before
        expect(known.locator("[data-locale]:visible")).to_have_count(0)
        expect(known.locator("main").get_by_text("“gap”")).to_have_count(0)


def test_a_page_older_than_the_index_asks_to_be_loaded_again(known: Page, watch: Watch):
    for address in (ARTICLE, SEARCH):
        ask(known, "old", address)
        expect(known.get_by_text("This page is out of date.")).to_be_visible()
        with known.expect_navigation():
            known.get_by_role("button", name="Reload").click()


def test_a_slow_search_says_that_it_is_at_work(known: Page, watch: Watch):
    for address in (ARTICLE, SEARCH):
        ask(known, "slow", address)
        busy = known.locator(".search-popup, .search-status").filter(has_text="Searching…")
        expect(busy).to_be_visible()
        expect(busy).to_have_count(0)
        expect(known.locator("[role=option], .results > li").first).to_be_visible()


def test_a_late_answer_to_an_earlier_query_is_not_shown(known: Page, watch: Watch):
    ask(known, "slow")
    known.wait_for_timeout(300)
    field(known).fill("answer")
    expect(options(known).first).to_contain_text("Answer")
    known.wait_for_timeout(1700)
    expect(options(known).last).to_have_text("All results for “answer”")


def test_scripts_that_do_not_load_leave_a_form_and_a_word_about_it(page: Page):
    page.route(CLIENT, lambda route: route.abort())
    ask(page, "password")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=password")
    expect(page.get_by_text("The search could not be loaded.")).to_be_visible()
    page.unroute(CLIENT)
    page.get_by_role("link", name="Try again").click()
    expect(page.locator(".results a").first).to_be_visible()


# Every language, any place, any screen


def test_each_locale_finds_its_articles_by_their_titles(page: Page, watch: Watch, content: Content):
    for locale in content.locales:
        for article in [page for page in content.pages if page.locale == locale and page.is_article][:3]:
            ask(page, article.source.matter["title"], f"/{locale}/")
            link = page.locator(f"[role=option][href*='{article.permalink.rstrip('/')}/']")
            expect(link.first).to_be_visible()
            if article.is_fallback:
                expect(link.first.locator(".result-title")).to_have_attribute("lang", article.source.locale)


def test_search_works_below_a_path_and_on_pages_at_any_address(chromium: Browser, build, tmp_path):
    port = servers.free_port()
    base = f"http://127.0.0.1:{port}/support/"
    published = build(tmp_path / "root/support", "--base-url", base)
    context = chromium.new_context()
    with servers.caddy(tmp_path / "root", tmp_path, port, published.root / "_server/caddy.conf") as server:
        watch, page = Watch(context, server.url), context.new_page()
        page.goto(base + "en/fees/fee-schedule/")
        field(page).fill("password")
        options(page).first.click()
        page.wait_for_url(base + "en/**")
        watch.problems.clear()
        page.goto(base + "en/nothing/at/all/")
        field(page).fill("password")
        expect(options(page).first).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url(base + "en/search/?q=password")
        expect(page.locator(".results a").first).to_be_visible()
        # But for the missing page itself.
        assert len(watch.problems) <= 2 and all("404" in problem for problem in watch.problems)
    context.close()


def test_nothing_moves_while_results_come_or_the_field_opens(chromium: Browser, served: Server):
    observe = """() => {
        window.shift = 0;
        new PerformanceObserver(list => list.getEntries().forEach(entry => {
            // Whether the reader has just done something or not: it is their finger that it moves under.
            shift += entry.value;
        })).observe({ type: "layout-shift", buffered: true });
    }"""
    for size in (PHONE, DESKTOP):
        context = chromium.new_context(base_url=served.url, viewport=size)
        page = context.new_page()
        page.goto(SEARCH + "?q=reset+password")
        page.evaluate(observe)
        expect(page.locator(".results a").first).to_be_visible()
        page.wait_for_timeout(300)
        assert page.evaluate("shift") == 0, size
        page.goto(ARTICLE)
        others = [page.locator(name) for name in (".brand", ".site-nav", ".language", "h1", ".prose")]
        before = [other.bounding_box() for other in others]
        field(page).focus()
        field(page).fill("password")
        expect(options(page).first).to_be_visible()
        assert [other.bounding_box() for other in others] == before, size
        context.close()


def test_an_open_field_fits_every_screen(page: Page, watch: Watch, content: Content):
    for width in (320, 360, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        for address in ("/en/", ARTICLE, "/ar/security/recognise-phishing/"):
            ask(page, "password", address)
            expect(options(page).first).to_be_visible()
            box = page.locator(".search-popup").bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width, (address, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
            assert field(page).bounding_box()["height"] >= 44, (address, width)
            # Where the header is narrow the field takes its width.
            assert field(page).bounding_box()["width"] >= min(240, width - 40), (address, width)
            for option in options(page).all():
                assert option.bounding_box()["height"] >= 44


def test_open_results_and_the_page_of_results_are_accessible(known: Page, watch: Watch, content: Content):
    found = []
    for locale in content.locales:
        for size in (PHONE, DESKTOP):
            known.set_viewport_size(size)
            for address, query in ((f"/{locale}/contact/", "answer"), (f"/{locale}/search/", "poor"), (f"/{locale}/search/", "answer")):
                ask(known, query, address)
                expect(known.locator("[role=option], .results > li").first).to_be_visible()
                known.keyboard.press("ArrowDown")
                known.wait_for_load_state("networkidle")
                known.evaluate(Axe().axe_script)
                for scheme in ("light", "dark"):
                    known.emulate_media(color_scheme=scheme)
                    scope = ".search, .search-page" if address.endswith("/contact/") else "body"
                    violations = known.evaluate(
                        "async scope => (await axe.run({ include: [...document.querySelectorAll(scope)] })).violations", scope)
                    for violation in violations:
                        nodes = [node["target"] for node in violation["nodes"]]
                        found.append(f"{address}?{query} {size['width']} {scheme}: {violation['id']} {nodes[:3]}")
    assert found == []
