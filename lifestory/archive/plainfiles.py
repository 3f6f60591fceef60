"""Opens plain files and nothing else: a pipe would keep us waiting, a device could do anything.

What a path leads to is asked of the opened file itself, since a name may come to mean another
file between a look at it and the opening.
"""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import cast

_READING = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)  # Windows
    | getattr(os, "O_NONBLOCK", 0)  # POSIX: a pipe without a writer would wait for one
)
_NOT_THROUGH_LINKS = getattr(os, "O_NOFOLLOW", 0)


def open_plain(path: Path, *, links: bool = False, buffering: int = -1) -> BufferedReader:
    """A plain file to read from, its last part no link unless `links` are welcome.

    Raises OSError with a strerror, also for what is no plain file.
    """
    seen = path.stat() if links else path.lstat()
    if not stat.S_ISREG(seen.st_mode):
        raise _not_plain()
    handle = os.open(path, _READING | (0 if links else _NOT_THROUGH_LINKS))
    file = cast(BufferedReader, os.fdopen(handle, "rb", buffering))
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise _not_plain()
    return file


def _not_plain() -> OSError:
    return OSError(errno.EINVAL, "it is a link, a folder or something else that is no plain file")
