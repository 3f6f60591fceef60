"""Our own bugs: where they happened, without a value of anyone's life in it."""

from __future__ import annotations

import sys
import threading
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

APOLOGY = (
    "Something went wrong in Lifestory itself. We are sorry.\n"
    "What was saved is safe, and nothing was left half done. If it happens again, send these lines"
    " to whoever looks after Lifestory for you; they hold nothing about anyone:"
)


def places(error: BaseException) -> tuple[str, ...]:
    """The type of the error and of what caused it, and the lines of code they passed through,
    outermost first. No message and no value: both could hold a name."""
    lines: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines.append(type(error).__qualname__)
        for frame, line in traceback.walk_tb(error.__traceback__):
            code = frame.f_code
            lines.append(f"  {frame.f_globals.get('__name__', '?')}:{line} {code.co_name}")
        following = error.__cause__ or error.__context__
        if following is None:
            break
        error = following
    return tuple(lines)


def tell_no_values() -> None:
    """Whatever nobody catches, in any thread, is told by its places too. Python's own traceback
    ends in the message of the error, which a desktop writes to a log of its own."""

    def from_main(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        _tell(error)

    sys.excepthook = from_main
    threading.excepthook = lambda told: _tell(told.exc_value)
    sys.unraisablehook = lambda told: _tell(told.exc_value)


def _tell(error: BaseException | None) -> None:
    if not isinstance(error, Exception):  # somebody stopped us
        return
    lines = note_mistake(error)
    if sys.stderr is not None:  # a program without a console has none
        sys.stderr.write("\n".join([APOLOGY, *lines, ""]))


def note_mistake(error: BaseException) -> tuple[str, ...]:
    """Add the places of an unforeseen error to the log, if that can be written; returns them."""
    lines = places(error)
    with suppress(OSError):
        log = user_log_path("lifestory", appauthor=False, ensure_exists=True) / "mistakes.log"
        _append(log, lines)
    return lines


def _append(log: Path, lines: tuple[str, ...]) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write("\n".join([datetime.now(UTC).isoformat(timespec="seconds"), *lines, "", ""]))
