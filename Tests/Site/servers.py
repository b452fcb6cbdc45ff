"""Real web servers on 127.0.0.1, each on a free port and ended by its own process."""

import http.client
import os
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

DEADLINE = 20  # seconds until a server that does not answer is a failure


@dataclass(frozen=True)
class Answer:
    """What a server answers to a request; redirects are not followed."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def content_type(self) -> str:
        return self.headers.get("Content-Type", "").lower().replace(" ", "")


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, method: str = "GET") -> Answer:
        """Asks for a path, which may be a full address of this server; encodes what browsers would."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)
        try:
            connection.request(method, quote(path.removeprefix(self.url), safe="/%?:@!$&'()*+,;="))
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def location(self, answer: Answer) -> str:
        """The path of this server that a redirect leads to."""
        address = urlsplit(answer.headers["Location"])
        assert address.netloc in ("", f"127.0.0.1:{self.port}"), f"a redirect leads to {address.netloc}"
        return address.path


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def nginx(root: Path, work: Path, port: int, snippet: Path | None = None) -> Iterator[Server]:
    """nginx with a root folder, and with the snippet that a published site brings."""
    # Run by root, nginx would read the files as another user, who may not see temporary folders.
    user = "user root root;" if os.geteuid() == 0 else ""
    names = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    folders = "\n".join(f"{name}_temp_path {work}/{name};" for name in names)
    configuration = work / "nginx.conf"
    configuration.write_text(
        textwrap.dedent(f"""\
        {user}
        daemon off;
        worker_processes 1;
        pid {work}/nginx.pid;
        error_log stderr;
        events {{}}
        http {{
        include /etc/nginx/mime.types;
        default_type application/octet-stream;
        access_log off;
        {{folders}}
        server {{
        listen 127.0.0.1:{port};
        root {root};
        index index.html;
        {f"include {snippet};" if snippet else ""}
        }}
        }}
        """).replace("{folders}", folders))
    with _running(["nginx", "-e", "stderr", "-p", work, "-c", configuration], work, port) as server:
        yield server


@contextmanager
def caddy(root: Path, work: Path, port: int, snippet: Path | None = None) -> Iterator[Server]:
    """Caddy with a root folder, and with the snippet that a published site brings."""
    configuration = work / "Caddyfile"
    configuration.write_text(
        textwrap.dedent(f"""\
        {{
            admin off
            auto_https off
        }}
        http://127.0.0.1:{port} {{
            bind 127.0.0.1
            root * {root}
            {f"import {snippet}" if snippet else ""}
            file_server
        }}
        """))
    with _running(["caddy", "run", "--adapter", "caddyfile", "--config", configuration], work, port) as server:
        yield server


@contextmanager
def python(root: Path, work: Path, port: int) -> Iterator[Server]:
    """The server of Python's library, which knows nothing of the site."""
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", root]
    with _running(command, work, port) as server:
        yield server


@contextmanager
def _running(command: list, work: Path, port: int) -> Iterator[Server]:
    log = work / "log"
    environment = os.environ | {"XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=work, env=environment)
        try:
            deadline = time.monotonic() + DEADLINE
            while not _answers(port):
                assert process.poll() is None, f"{command[0]} ended:\n{log.read_text('utf-8')}"
                assert time.monotonic() < deadline, f"{command[0]} does not answer:\n{log.read_text('utf-8')}"
                time.sleep(0.05)
            yield Server(port)
        finally:
            process.terminate()
            process.wait(DEADLINE)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
