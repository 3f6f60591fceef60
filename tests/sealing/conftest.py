"""Debian's age, driven as a person would: it takes a passphrase only from a terminal."""

import os
import select
import shutil
import signal
from collections.abc import Callable

import pytest

Age = Callable[..., None]


@pytest.fixture
def age() -> Age:
    """age(arguments, passphrase): runs it, answers each question with the passphrase."""
    if os.name == "nt" or shutil.which("age") is None:
        pytest.skip("age is not installed, or there is no pseudo-terminal to drive it with")
    return _run_age


def _run_age(arguments: list[str], passphrase: str) -> None:
    import pty  # not on Windows, where the fixture skips

    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", *arguments])
    said = b""
    try:
        while True:
            ready, _, _ = select.select([terminal], [], [], 30)
            assert ready, f"age said nothing more after {said!r}"
            try:
                piece = os.read(terminal, 4096)
            except OSError:  # how Linux says that the other side has closed the terminal
                break
            if not piece:
                break
            said += piece
            if piece.rstrip().endswith(b":"):
                os.write(terminal, passphrase.encode() + b"\n")
    finally:
        if os.waitpid(child, os.WNOHANG) == (0, 0) and not _ends(child):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(terminal)


def _ends(child: int) -> bool:
    return os.waitpid(child, 0)[0] == child
