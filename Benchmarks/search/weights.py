"""How heavy files are on the wire: as a server that compresses with gzip sends them."""

import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LEVEL = 6
_GZIP = b"\x1f\x8b"


@cache
def transferred(file: Path) -> int:
    """The bytes of a file as it travels; one that is compressed already stays as it is. A missing one has none."""
    if not file.is_file():
        return 0
    data = file.read_bytes()
    if data.startswith(_GZIP):
        return len(data)
    compressor = zlib.compressobj(_LEVEL, wbits=31)
    return len(compressor.compress(data)) + len(compressor.flush())


@dataclass(frozen=True)
class Size:
    """How large an index is: its files, their bytes, and their bytes compressed."""

    files: int
    raw: int
    compressed: int


def size(files: list[Path]) -> Size:
    return Size(len(files), sum(file.stat().st_size for file in files), sum(map(transferred, files)))
