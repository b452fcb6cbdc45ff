"""The texts that pages hand to their scripts are those that the scripts write: none is missing, none is carried along."""

import json
import re

import pytest

from conftest import ROOT
from published import PublishedSite

SCRIPTS = ROOT / "Public/scripts"
# Names that scripts put together, or get from another module as a value.
MADE = {"seedPhrase", "privateKey", "password", "code", "card"}


def _imports(name: str, found: dict[str, str]) -> dict[str, str]:
    """A script and all that it imports, by their paths."""
    if name not in found:
        found[name] = (SCRIPTS / name).read_text("utf-8")
        for path in re.findall(r'(?:from|import) "(\./[^"]+)"', found[name]):
            _imports(str((SCRIPTS / name).parent.joinpath(path).resolve().relative_to(SCRIPTS)), found)
    return found


def _used(name: str, known: set[str]) -> set[str]:
    source = "".join(_imports(name, {}).values())
    named = set(re.findall(r"[tT]exts\.([A-Za-z]+)", source)) | set(re.findall(r'"([a-z][A-Za-z]+)"', source))
    secrets = {f"secret{secret[0].upper()}{secret[1:]}" for secret in MADE if f'"{secret}"' in source}
    return (named | secrets) & known


@pytest.mark.parametrize(("page", "script"), [("contact", "contact.js"), ("verify", "verify.js")])
def test_a_page_hands_its_scripts_the_texts_they_write(site: PublishedSite, page: str, script: str):
    english = (ROOT / "Sources/Theme/Strings/en.yml").read_text("utf-8")
    known = set(re.findall(r"^([A-Za-z]+):", english, re.MULTILINE))
    data = json.loads(site.page(f"en/{page}/index.html").tree.xpath("//script[@id='gp-data']")[0].text)
    # Words of one form, such as "copy" or "open", name other things in scripts, too.
    handed = set(data["texts"])
    assert handed <= _used(script, known), "handed, but never written"
    missing = {key for key in _used(script, known) - handed if re.search(r"[a-z][A-Z]", key)}
    assert not missing, "written, but not handed"
