"""Where Lifestory begins: a command when one is named, else the window."""

from __future__ import annotations

import gc
import os
import sys
from multiprocessing import freeze_support
from pathlib import Path

from lifestory.domain.errors import LifestoryError
from lifestory.no_dumps import forbid_dumps

PHOTO_WORKER = "--photo-worker"
"""Said by the program to itself, where it is frozen and has no other way to start a worker."""


class NoDisplay(LifestoryError):
    """A window was wanted where none can be shown."""

    message = "There is no display here to open the window on."
    remedy = "Sit down at the computer itself, or use a command: lifestory --help"


def main() -> int:
    """The command line; without a command the window, on the store that was named, if any."""
    freeze_support()
    words = sys.argv[1:]
    if words == [PHOTO_WORKER]:
        return photo_worker()
    _keep_to_itself()
    if not words or (len(words) == 1 and Path(words[0]).is_dir()):
        return window()
    from lifestory.cli.run import run

    return run(words)


def window() -> int:
    """The window alone, as the desktop starts it."""
    freeze_support()
    if sys.argv[1:] == [PHOTO_WORKER]:
        return photo_worker()
    _keep_to_itself()
    if not _has_display():
        from lifestory.cli.speaking import Speaker

        Speaker(as_json=False).trouble(NoDisplay())
        return 2
    gc.disable()  # nothing that is loaded now is garbage; the window collects by itself
    from lifestory.app.open_store import store_within
    from lifestory.gui.application import start

    return start(store_within(Path(sys.argv[1])) if len(sys.argv) > 1 else None)


def photo_worker() -> int:
    """No command and no window, but a process that opens pictures."""
    from lifestory.app.photo_worker import open_pictures

    return open_pictures()


def _keep_to_itself() -> None:
    """Whatever goes wrong from now on, nothing of what is in memory is written down."""
    forbid_dumps()
    from lifestory.app.mistakes import tell_no_values

    tell_no_values()


def _has_display() -> bool:
    """Qt would end the process with no word of its own; only Linux can be without a display."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    raise SystemExit(main())
