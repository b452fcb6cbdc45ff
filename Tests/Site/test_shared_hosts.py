"""The hosts where everybody can have something: the generator and the verify page know the same ones."""

import re

from playwright.sync_api import Browser

from conftest import ROOT
from script_server import origin  # noqa: F401, a fixture

SWIFT = ROOT / "Sources/Loading/Contact/SharedHost.swift"


def test_the_generator_and_the_verify_page_know_the_same_hosts(chromium: Browser, origin: str):
    lists = re.findall(r'let (\w+)Hosts = words\(\s*"""\n(.*?)"""', SWIFT.read_text("utf-8"), re.DOTALL)
    generator = {name: sorted(text.split()) for name, text in lists}
    page = chromium.new_page()
    page.goto(f"{origin}/scripts/")
    script = page.evaluate(
        """async () => {
          const { SHARED_HOSTS } = await import("/scripts/contact/verify-shared.js");
          return Object.fromEntries(Object.entries(SHARED_HOSTS).map(([name, hosts]) => [name, [...hosts].sort()]));
        }"""
    )
    page.close()
    assert generator == script
    assert all(len(hosts) == len(set(hosts)) > 10 for hosts in generator.values())
