"""Finds and reads a file of resources/, from a checkout or an installed package."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def resources() -> Path:
    """The folder of resources: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def path(*parts: str) -> Path:
    """The path of one resource; FileNotFoundError names it when it is missing."""
    found = resources().joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"resources/{'/'.join(parts)} is missing")
    return found


def read_bytes(*parts: str) -> bytes:
    """The bytes of one resource."""
    return path(*parts).read_bytes()


@cache
def read_toml(*parts: str) -> dict[str, Any]:
    """A TOML resource, read once; TOMLDecodeError says line and column when it is broken. The mark
    that Windows editors set before UTF-8 is no mistake."""
    return tomllib.loads(path(*parts).read_text(encoding="utf-8-sig"))
