"""What a process holds in memory, keys and a child's life, is not written to the disk when it
crashes: no core dump, no crash report with its memory.

What differs by system stands here. The Windows half is written to its documentation and has not
been run there yet; macOS writes a report of its own, with places in the code and no memory.
A dump that an administrator asks for, the swap file and hibernation are out of a program's reach.
"""

from __future__ import annotations

import sys

_PR_SET_DUMPABLE = 4
"""Source: prctl(2)."""
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x0001
"""Source: Windows API, SetErrorMode and WerSetFlags."""


def forbid_dumps() -> None:
    """No dump of this process from now on; what it starts has to ask for itself.

    On Linux nor may other programs of the same user read its memory, and a limit on size alone
    would not do: a system that pipes its dumps to a program takes no notice of it.
    """
    import ctypes

    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        kernel.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
        if getattr(sys, "frozen", False):  # else it would be every program of Python
            ctypes.windll.wer.WerAddExcludedApplication(sys.executable, False)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
