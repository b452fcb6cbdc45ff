"""Texts that try to run code, to leave their place, or to break a server's settings stay what they are: texts."""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

import servers
from browser import Watch
from conftest import ODD_ADDRESSES
from published import PublishedSite
from servers import Server


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def served_hostile(request, hostile: PublishedSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    run = {"nginx": servers.nginx, "caddy": servers.caddy}[request.param]
    snippet = hostile.root / "_server" / f"{request.param}.conf"
    with run(hostile.root, tmp_path_factory.mktemp("hostile"), servers.free_port(), snippet) as server:
        yield server


def test_texts_are_shown_as_they_are_written(hostile: PublishedSite):
    tree = hostile.page("en/sub/guide/index.html").tree
    title = "</title><script>ran('title')</script>-->"
    assert tree.xpath("string(//h1)") == title
    assert tree.xpath("string(//title)").startswith(title + " · Help </title><script>ran('site title')</script>")
    assert tree.xpath("//meta[@name='description']/@content") == [
        "\" onload=\"ran('description')\" x='</script><script>ran(1)</script>"]
    assert "ran('fence')" in tree.xpath("string(//pre/code)")
    assert tree.xpath("string(//details[@class='details']/summary)").startswith("</summary><script>")


def test_addresses_that_run_code_become_no_links(hostile: PublishedSite):
    for page in hostile.pages:
        for link in page.tree.xpath("//main//a/@href"):
            assert hostile.problem(link, page.url) is None, f"{page}: {link}"
            # Channels are the only ones that lead off the site.
            is_channel = page.path.endswith(("/contact/index.html", "/verify/index.html"))
            leads_off = is_channel and re.match(r"(https://|mailto:|tel:)[^\s\"<>]+$", link)
            assert hostile.target(link, page.url) or leads_off, f"{page}: {link}"


def test_structured_data_stays_in_its_element(hostile: PublishedSite):
    for page in hostile.content_pages:
        for script in page.tree.xpath("//script[@type='application/ld+json']"):
            assert json.loads(script.text)["@context"] == "https://schema.org"
            assert "<" not in script.text and ">" not in script.text, page
    scripts = hostile.page("en/sub/faq/index.html").tree.xpath("//script[@type='application/ld+json']/text()")
    (faq,) = [item for item in map(json.loads, scripts) if item["@type"] == "FAQPage"]
    assert len(faq["mainEntity"]) == 3
    assert faq["mainEntity"][0]["name"] == "Is </script><script>ran('question')</script> safe?"
    assert "&lt;script&gt;ran('answer')" in faq["mainEntity"][0]["acceptedAnswer"]["text"]


def test_channels_without_an_address_that_leads_anywhere_are_left_out(hostile: PublishedSite):
    contact = json.loads((hostile.root / "contact.json").read_text("utf-8"))
    ids = ["chat", "ticket", "email", "phone", "form", "account", "community", "visit"]
    assert [channel["id"] for channel in contact["channels"]] == ids
    for locale in ("en", "ar"):
        page = hostile.page(f"{locale}/contact/index.html")
        assert page.tree.xpath("//li/@data-channel") == ids
        assert "script-src *" not in page.html and "javascript:" not in page.html


def test_texts_of_channels_and_topics_are_shown_as_they_are_written(hostile: PublishedSite):
    tree = hostile.page("en/contact/index.html").tree
    assert tree.xpath("string(//li[@data-channel='chat']/h3)").strip() == "</h3><script>ran('chat')</script><!--"
    assert "ran('description image')" in tree.xpath("string(//li[@data-channel='chat']/p[not(@class)])")
    assert "ran('place')" in tree.xpath("string(//li[@data-channel='visit']//dl)")
    (topic,) = tree.xpath("//details[@data-topic='proto']")
    assert topic.xpath("string(.//h3)") == "</summary><script>ran('topic')</script>"
    assert "ran('first')" in topic.xpath("string(.//div[contains(@class, 'first-step')])")
    assert "ran('help')" in topic.xpath("string(.//li[@data-field='proto'])")
    assert "ran('note')" in hostile.page("en/verify/index.html").tree.xpath("string(//section[@class='official'])")


def test_headings_with_names_of_the_language_have_safe_anchors(hostile: PublishedSite):
    ids = hostile.page("en/sub/guide/index.html").ids
    assert not {"constructor", "__proto__", "", "toString"} & set(ids)
    assert ids.count("gp-main") == 1


def test_nothing_runs_in_a_browser(chromium: Browser, hostile: PublishedSite, served_hostile: Server):
    context = chromium.new_context(base_url=served_hostile.url)
    context.add_init_script("window.ran = name => { (window.didRun ??= []).push(name) }")
    watch, page = Watch(context, served_hostile.url), context.new_page()
    for published in hostile.pages:
        if published.is_redirect:
            continue
        page.goto(served_hostile.url + published.url, referer=served_hostile.url + "/")
        page.evaluate("for (const link of document.querySelectorAll('a')) link.dispatchEvent(new Event('mouseover'))")
        assert page.evaluate("window.didRun") is None, published
        # A policy violation would mean that something was there to be stopped.
        assert watch.problems == [], published
    context.close()


def test_pages_with_odd_names_are_served(hostile: PublishedSite, served_hostile: Server):
    # The search page, which search engines are to leave out, names no canonical address.
    for address in filter(None, (page.canonical for page in hostile.content_pages)):
        answer = served_hostile.get(address.removeprefix(hostile.base_url.rstrip("/")))
        assert answer.status == 200, address


def test_nothing_runs_while_a_message_is_composed(chromium: Browser, served_hostile: Server):
    """Scripts build the page anew from the data; what readers type and what a link says goes into it, too."""
    text = "</textarea><img src=x onerror=ran('typed')>{{title}} $&"
    context = chromium.new_context(base_url=served_hostile.url)
    context.add_init_script("window.ran = name => { (window.didRun ??= []).push(name) }")
    watch, page = Watch(context, served_hostile.url), context.new_page()
    page.goto(f"/en/contact/?topic=proto&from=/en/sub/guide/&q={quote(text)}")
    topic = page.locator(".topic.current")
    topic.locator("[data-field=description] textarea").fill(text)
    topic.locator("[data-field=choice] select").select_option(index=1)
    expect(topic.locator("[data-part=body]")).to_have_value(re.compile(re.escape(text)))
    expect(topic.locator("[data-part=body]")).to_have_value(re.compile(re.escape("ran('option')")))
    topic.locator("[data-part=all]").click()
    for way in topic.get_by_role("radio").all():
        way.check()
    page.goto(f"/en/verify/?check={quote(text)}")
    page.get_by_role("main").get_by_role("textbox").fill(text)
    page.get_by_role("main").get_by_role("textbox").press("Enter")
    expect(page.locator(".verdict-title")).to_be_visible()
    assert page.evaluate("window.didRun") is None
    assert watch.problems == []
    context.close()


@pytest.mark.parametrize("name", ODD_ADDRESSES)
def test_former_addresses_with_odd_names_lead_on(hostile: PublishedSite, served_hostile: Server, name: str):
    (page,) = [page for page in hostile.content_pages if page.path.startswith("en/") and _title(page) == name]
    answer = served_hostile.get(f"/old/{name}/")
    assert answer.status == 301
    target = served_hostile.get(served_hostile.location(answer))
    assert (target.status, target.body) == (200, page.file.read_bytes())


def _title(page) -> str:
    return page.tree.xpath("string(//h1)")
