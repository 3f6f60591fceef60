"""A worker process: it is given a picture's bytes, gives back new ones, and can do little else."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from dataclasses import replace
from typing import IO, Any

from lifestory.domain.media import Rendition
from lifestory.domain.values import to_json, value_from_json
from lifestory.no_dumps import forbid_dumps
from lifestory.photos.fitting import as_thumbnail, render, small_of
from lifestory.photos.framing import Hung, receive, send
from lifestory.photos.likeness import likeness
from lifestory.photos.reading import looked, opened, refusing
from lifestory.photos.refusals import Refused
from lifestory.photos.slicing import prints_on


def main() -> None:
    """Answer until the other side closes its end, which it also does by dying."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    # A library that prints must not be taken for an answer.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    warnings.simplefilter("ignore")
    forbid_dumps()
    _give_way()
    _limit(int(os.environ.get("LIFESTORY_PHOTO_MEGABYTES", "1024")))
    gc.collect()
    gc.freeze()
    send(answers, {"ready": True})
    try:
        while True:
            _answer(requests, answers)
    except (Hung, BrokenPipeError):
        sys.exit(0)


def _answer(requests: IO[bytes], answers: IO[bytes]) -> None:
    head, data = receive(requests)
    try:
        answer, body = _done(head, data)
    except Refused as refused:
        answer, body = {"refused": type(refused).__name__}, b""
    gc.collect()  # a decoder's own circles would keep its pixels, up to a gigabyte, till who knows
    send(answers, answer, body)


def _done(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    if head["do"] == "render":
        rendition: Rendition = value_from_json(Rendition, head["rendition"], "rendition")
        return {}, render(data, rendition)
    with refusing(data):
        picture = opened(data, head["page"])
        small = small_of(picture)
        if head["do"] == "prints":
            found = prints_on(small, picture.width, picture.height)
            return {"prints": [to_json(piece) for piece in found]}, b""
        seen = looked(picture, data, head["file_name"], head["page"])
        seen = replace(seen, likeness=likeness(small))
        return {"looked": to_json(seen)}, as_thumbnail(small)


def _give_way() -> None:
    """Let the window go first, which with two workers on two cores else waited for its turn.

    POSIX only: Windows itself prefers the program one looks at.
    """
    if sys.platform != "win32":
        os.nice(5)


def _limit(megabytes: int) -> None:
    """No more memory than that, and no file written.

    POSIX only: elsewhere the limit on pixels stands alone. The address space counts libraries
    and what is reserved but not used, hence twice.
    """
    try:
        import resource
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_DATA, megabytes << 20),
        (resource.RLIMIT_AS, 2 * megabytes << 20),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main()
