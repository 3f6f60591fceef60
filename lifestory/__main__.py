"""Where Lifestory begins: a command when one is named, else the window."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support
from pathlib import Path


def main() -> int:
    """The command line; without a command the window, on the store that was named, if any."""
    freeze_support()
    words = sys.argv[1:]
    if not words or (len(words) == 1 and Path(words[0]).is_dir()):
        return window()
    from lifestory.cli.run import run

    return run(words)


def window() -> int:
    """The window alone, as the desktop starts it."""
    freeze_support()
    from lifestory.app.open_store import store_within
    from lifestory.gui.application import start

    return start(store_within(Path(sys.argv[1])) if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    raise SystemExit(main())
