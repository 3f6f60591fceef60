"""How the program and a worker process talk: frames of a JSON head and a body of bytes.

Never pickle: a worker decodes strangers' bytes, and what it answers is only read as data.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">II")
MOST_BYTES = 400 << 20
"""The longest body, and so the biggest file of a picture: an A3 scan without compression fits."""


class Hung(EOFError):
    """The other side has gone, or says what makes no sense."""


def send(pipe: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    """Write one frame. Raises OSError when the other side has gone."""
    words = json.dumps(head).encode()
    pipe.write(_LENGTHS.pack(len(words), len(body)) + words)
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one frame. Raises Hung when there is none, or none that makes sense."""
    words, body = _LENGTHS.unpack(_exactly(pipe, _LENGTHS.size))
    if words > MOST_BYTES or body > MOST_BYTES:
        raise Hung
    try:
        head = json.loads(_exactly(pipe, words))
    except ValueError as broken:
        raise Hung from broken
    if not isinstance(head, dict):
        raise Hung
    return head, _exactly(pipe, body)


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    found = pipe.read(count)
    if len(found) != count:
        raise Hung
    return found
