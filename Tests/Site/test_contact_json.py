"""`contact.json`, for apps and widgets: it is what its schema says, and says what the sources and the pages say."""

import copy
import json
import textwrap
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import jsonschema
import pytest
import yaml

from conftest import ROOT
from content import Content
from published import PublishedSite

# Sites that a made-up company might have, each with one thing in it that the demo does not have.
MADE_UP = {
    "least": "channels: [{ id: mail, kind: email, address: help@x.example }]",
    "past midnight": """
        timeZone: America/St_Johns
        channels:
          - id: night
            kind: phone
            number: "+1 (709) 555-0100"
            hours: { "mon,wed": ["09:00-12:00", "13:00-24:00"], sun: "22:00-02:00", holidays: [2026-12-25, 2027-01-01] }
            responds: { within: 90m }
        """,
    "a form without a page": """
        channels:
          - id: form
            kind: form
            endpoint: https://forms.x.example/
            hours: { timeZone: Asia/Seoul, daily: "00:00-12:00" }
            responds: { within: 2bd, typical: 4h }
          - { id: line, kind: social, network: line, handle: x-example, languages: [en] }
          - { id: shop, kind: visit, address: 1 Example Street }
        official:
          - { website: x.example }
          - { email: "*@x.example", note: All our mail }
          - { phone: "+65 6000 0100" }
          - { network: discord, handle: x-example }
        """,
}
TOPICS = """
    topics:
      - id: other
        title: Something else
        urgency: low
        checklist: [description, plan]
        channels: [{channel}]
    fields:
      plan: { kind: choice, label: Your plan, options: [Free, Paid] }
"""


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "Documentation/contact.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture(scope="module")
def document(site: PublishedSite) -> dict:
    return _document(site)


def _document(site: PublishedSite) -> dict:
    return json.loads((site.root / "contact.json").read_text("utf-8"))


def _errors(validator: jsonschema.Draft202012Validator, document: dict) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]


# The schema


@pytest.mark.parametrize("name", ["site", "untranslated", "hostile"])
def test_the_document_is_what_the_schema_says(request, validator: jsonschema.Draft202012Validator, name: str):
    assert _errors(validator, _document(request.getfixturevalue(name))) == []


@pytest.mark.parametrize("with_topics", [False, True])
@pytest.mark.parametrize("name", MADE_UP)
def test_documents_of_other_sites_are_what_the_schema_says(
    build, validator: jsonschema.Draft202012Validator, tmp_path, name: str, with_topics: bool
):
    text = textwrap.dedent(MADE_UP[name])
    contact = yaml.safe_load(text)
    content = tmp_path / "Content"
    (content / "en").mkdir(parents=True)
    (content / "site.yml").write_text("title: X\nbaseURL: https://x.example/\nlocales: [{ code: en, name: English }]\n")
    (content / "contact.yml").write_text(text)
    (content / "en/_index.md").write_text("---\ntitle: X\n---\n")
    if with_topics:
        channel = contact["channels"][0]["id"]
        (content / "topics.yml").write_text(textwrap.dedent(TOPICS).replace("{channel}", channel))
    document = _document(build(tmp_path / "Output", content=content))
    assert _errors(validator, document) == []
    assert [channel["id"] for channel in document["channels"]] == [channel["id"] for channel in contact["channels"]]
    assert [topic["id"] for topic in document["topics"]] == ["other"] * with_topics


def _channel(document: dict, kind: str) -> dict:
    return next(channel for channel in document["channels"] if channel["kind"] == kind)


# What a program that reads the document must not meet, by what is wrong; each changes the demo's.
MISTAKES: dict[str, Callable[[dict], object]] = {
    "another version": lambda document: document.update(version=2),
    "no version": lambda document: document.pop("version"),
    "something unknown": lambda document: document.update(extra=1),
    "no channels": lambda document: document.update(channels=[]),
    "a page that is missing": lambda document: document["pages"]["en"].pop("verify"),
    "a locale that is none": lambda document: document["pages"].update({"en_US!": document["pages"]["en"]}),
    "a relative page": lambda document: document["pages"]["en"].update(contact="/en/contact/"),
    "an address that runs code": lambda document: _channel(document, "chat").update(url="javascript:alert(1)"),
    "a kind that is none": lambda document: _channel(document, "chat").update(kind="telepathy"),
    "a chat without a page": lambda document: _channel(document, "chat").pop("url"),
    "an email channel without an address": lambda document: _channel(document, "email").pop("address"),
    "an email channel with a telephone number": lambda document: _channel(document, "email").update(number="+65 6000"),
    "a telephone number of no country": lambda document: _channel(document, "phone").update(number="6000 0100"),
    "a form without an endpoint": lambda document: _channel(document, "form").pop("endpoint"),
    "an account without a network": lambda document: _channel(document, "social").pop("network"),
    "a network that nobody knows": lambda document: _channel(document, "social").update(network="orkut"),
    "a channel without a name": lambda document: _channel(document, "chat").update(name={}),
    "a name that is empty": lambda document: _channel(document, "chat")["name"].update(en=""),
    "a name in no language": lambda document: _channel(document, "chat").update(name="Live chat"),
    "hours without a zone": lambda document: _channel(document, "phone")["hours"].pop("timeZone"),
    "hours before the week": lambda document: _channel(document, "phone")["hours"]["week"][0].update(start=-1),
    "a week without hours": lambda document: _channel(document, "phone")["hours"].update(week=[]),
    "a holiday that is no day": lambda document: _channel(document, "phone")["hours"].update(holidays=["25 December"]),
    "a time to reply of nothing": lambda document: _channel(document, "chat")["responds"]["within"].update(count=0),
    "an urgency that is none": lambda document: document["topics"][0].update(urgency="panic"),
    "a topic without a title": lambda document: document["topics"][0].pop("title"),
    "an item of a checklist without its field": lambda document: document["topics"][0]["checklist"][0].pop("field"),
    "a field of no kind": lambda document: next(iter(document["fields"].values())).update(kind="secret"),
    "something official that is nothing": lambda document: document["official"].append({"note": None, "channel": None}),
    "something official that is two things": lambda document: document["official"][0].update(email="a@x.example"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_document_with_a_mistake_is_not_what_the_schema_says(
    validator: jsonschema.Draft202012Validator, document: dict, mistake: str
):
    changed = copy.deepcopy(document)
    MISTAKES[mistake](changed)
    assert changed != document
    assert _errors(validator, changed)


# What it says


def test_every_address_on_the_site_leads_somewhere(site: PublishedSite, document: dict):
    on_site = [url for url in _strings(document) if url.startswith(site.base_url)]
    assert len(on_site) > 100
    # Those of an official page may be of the site's own host, too.
    assert list(filter(None, (site.problem(url, "/") for url in on_site))) == []


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def test_every_locale_is_there_in_everything(site: PublishedSite, content: Content, document: dict):
    assert document["url"] == site.base_url and document["defaultLocale"] == content.default_locale
    for locale in content.locales:
        for kind in ("contact", "verify"):
            assert document["pages"][locale][kind] == site.page_at(f"/{locale}/{kind}/").canonical
    assert list(document["pages"]) == content.locales
    texts = list(_texts(document, set(content.locales)))
    assert len(texts) > 100
    assert [text for text in texts if list(text) != content.locales] == []


def _texts(value, locales: set[str]) -> Iterator[dict]:
    """What is there by locale: objects of which a key is a locale."""
    if isinstance(value, dict):
        if locales & set(value):
            yield value
        for item in value.values():
            yield from _texts(item, locales)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, locales)


def test_channels_and_topics_are_those_of_the_sources_in_their_order(content: Content, document: dict):
    topics = yaml.safe_load((content.folder / "topics.yml").read_text("utf-8"))["topics"]
    assert [channel["id"] for channel in document["channels"]] == [item["id"] for item in content.contact["channels"]]
    assert [topic["id"] for topic in document["topics"]] == [item["id"] for item in topics]
    for channel, source in zip(document["channels"], content.contact["channels"]):
        assert channel["languages"] == source.get("languages", [])
        verified = source.get("verified")
        assert channel["verified"] == (verified and verified.isoformat())
        for key in {"url", "number", "endpoint"} & set(source):
            assert channel[key] == source[key], channel["id"]
    for topic, source in zip(document["topics"], topics):
        expected = [(field, False) for field in source.get("checklist", [])]
        expected += [(field, True) for field in source.get("optional", [])]
        assert [(item["field"], item["optional"]) for item in topic["checklist"]] == expected
        assert all(len(topic["articles"][locale]) == len(source.get("articles", [])) for locale in content.locales)


def test_what_refers_to_something_refers_to_what_is_there(document: dict):
    channels = {channel["id"] for channel in document["channels"]}
    topics = {topic["id"] for topic in document["topics"]}
    for channel in document["channels"]:
        assert set(channel["topics"] or []) <= topics, channel["id"]
        assert set(channel["languages"]) <= set(document["pages"]), channel["id"]
    for topic in document["topics"]:
        assert set(topic["channels"]) <= channels, topic["id"]
        assert {item["field"] for item in topic["checklist"]} <= set(document["fields"]), topic["id"]
    assert {entry["channel"] for entry in document["official"]} <= channels | {None}


def test_the_verify_page_lists_what_the_document_lists(site: PublishedSite, content: Content, document: dict):
    for locale in content.locales:
        page = site.page_at(f"/{locale}/verify/")
        items = page.tree.xpath("//section[@class='official']//li")
        assert len(items) == len(document["official"])
        shown = " ".join("".join(item.itertext()) for item in items)
        for entry in document["official"]:
            what = entry.get("website") or entry.get("email") or entry.get("phone") or entry.get("handle")
            # A page is shown without its scheme.
            what = what or entry["page"].partition("://")[2].rstrip("/")
            assert what.removeprefix("*@").removeprefix("@") in shown, f"{locale}: {what}"


def test_every_address_of_a_channel_is_official(document: dict):
    """Else the verify page would warn of the company's own channels."""
    official = document["official"]
    hosts = {entry["website"] for entry in official if "website" in entry}
    pages = {urlsplit(entry["page"])[1:3] for entry in official if "page" in entry}
    for channel in document["channels"]:
        if channel["kind"] == "email":
            assert any(entry.get("email") == channel["address"] for entry in official), channel["id"]
        elif channel["kind"] == "phone":
            assert any(entry.get("phone") == channel["number"] for entry in official), channel["id"]
        elif channel["kind"] == "social":
            accounts = {(entry.get("network"), entry.get("handle")) for entry in official}
            assert (channel["network"], channel["handle"]) in accounts, channel["id"]
        elif channel.get("url"):
            address = urlsplit(channel["url"])
            assert address.netloc in hosts or address[1:3] in pages, channel["id"]
