"""The program as a photo worker: how one that is frozen into a single file starts its own."""

from __future__ import annotations


def open_pictures() -> int:
    """Open pictures until whoever started this process closes its end; nothing else is loaded."""
    from lifestory.photos.worker import main

    main()
    return 0
