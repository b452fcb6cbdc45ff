"""What the tests of the published site share: the demo's sources, its output, builds of changed copies of it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from content import Content
from published import PublishedSite

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = Path(os.environ.get("GUIDEPOST_BINARY", ROOT / ".build/release/guidepost"))
OUTPUT = Path(os.environ.get("GUIDEPOST_OUTPUT", ROOT / "Output"))


@pytest.fixture(scope="session")
def content() -> Content:
    """The demo's sources."""
    return Content(ROOT / "Content")


@pytest.fixture(scope="session")
def site() -> PublishedSite:
    """The demo as `make site` published it."""
    assert (OUTPUT / "index.html").is_file(), f"{OUTPUT} is not built: run 'make site'"
    return PublishedSite(OUTPUT)


@pytest.fixture(scope="session")
def build() -> Callable[..., PublishedSite]:
    """Builds a site with the generator; its arguments are the folders and further options."""

    def run(output: Path, *options: str, content: Path = ROOT / "Content") -> PublishedSite:
        command = [GENERATOR, "build", "--content", content, "--output", output, "--quiet", *options]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout + result.stderr
        return PublishedSite(output)

    return run
