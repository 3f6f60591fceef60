"""How slow work says how far it has come, and hears that it should stop."""

from __future__ import annotations

from collections.abc import Callable

from lifestory.domain.errors import LifestoryError

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what); total is 0 while it is not known. `what` is neutral."""

Cancelled = Callable[[], bool]
"""True once the worker has asked to stop."""


class Stopped(LifestoryError):
    """The worker cancelled a piece of work that is done whole or not at all."""

    message = "Stopped, as you asked."
    remedy = "Nothing has been changed. Start again whenever you like."


def stoppable(progress: Progress, cancelled: Cancelled) -> Progress:
    """Progress that ends work which is done whole or not at all: it raises Stopped at the first
    report after the worker has asked to stop."""

    def told(done: int, total: int, what: str) -> None:
        if cancelled():
            raise Stopped
        progress(done, total, what)

    return told


def silent(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""


def never() -> bool:
    """Work that nobody will stop."""
    return False
