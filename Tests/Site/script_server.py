"""A server of the scripts as they are, without a published site."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PUBLIC = HERE.parents[1] / "Public"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the scripts as they are, and the page that the tests use."""

    def translate_path(self, path: str) -> str:
        if path.partition("?")[0] == "/verify.html":
            return str(HERE / "fixtures/verify.html")
        return super().translate_path(path)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    """A server of the scripts."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=PUBLIC)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
