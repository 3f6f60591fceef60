"""A disk that fails and a clock that is wrong, for a process that a test starts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CODE = Path(__file__).resolve().parents[2]


def library(folder: Path) -> Path:
    """`faults.c`, built. Skips the test where that cannot be."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("only on Linux, and with a C compiler, can a disk be made to fail")
    built = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", built, source, "-ldl"], check=True)
    return built


def under(faults: Path, *words: str | Path) -> str:
    """What a Python program said in which that library is loaded; it ends well."""
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=CODE,
        env={**os.environ, "LD_PRELOAD": str(faults)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
