"""What is wrong with a file of resources/, said so that it can be mended: file, line, expected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from lifestory import assets
from lifestory.domain.errors import LifestoryError


class BrokenStyle(LifestoryError):
    """A theme, preset, page type or wording file with a mistake; the message names file and key."""

    remedy = "Correct the file, or put the one that came with Lifestory back."


@dataclass(frozen=True)
class Where:
    """A file of resources/ by its parts, and the table in it that is looked at ("" for the top)."""

    file: tuple[str, ...]
    table: str = ""

    def mistake(self, key: str, expected: str) -> BrokenStyle:
        """The error to raise: the file, the line the key stands on, and what was expected."""
        at = f"resources/{'/'.join(self.file)}"
        line = self._line(key)
        said = f"{key} {expected}" if key else expected
        table = f" [{self.table}]" if self.table else ""
        return BrokenStyle(f"{at}, line {line}{table}: {said}" + ("" if said[-1] in ".?" else "."))

    def read(self) -> dict[str, Any]:
        """The file. Raises BrokenStyle where it is no TOML; FileNotFoundError where it is none."""
        try:
            return assets.read_toml(*self.file)
        except tomllib.TOMLDecodeError as broken:
            at = f"resources/{'/'.join(self.file)}"
            raise BrokenStyle(f"{at} cannot be read: {broken}.") from broken

    def check(
        self, rows: Mapping[str, Any], key: str, good: Callable[[Any], bool], what: str
    ) -> None:
        """Raises unless the value of `key` is there and good."""
        if key not in rows:
            raise self.mistake(key, f"is missing; it should be {what}")
        if not good(rows[key]):
            raise self.mistake(key, f"should be {what}, not {rows[key]!r}")

    def text(self, rows: Mapping[str, Any], key: str) -> None:
        """Raises unless `key` is a text."""
        self.check(rows, key, lambda one: isinstance(one, str) and bool(one), "a text")

    def number(self, rows: Mapping[str, Any], key: str, least: float) -> None:
        """Raises unless `key` is a number over `least`."""

        def good(one: Any) -> bool:
            return isinstance(one, int | float) and not isinstance(one, bool) and one > least

        self.check(rows, key, good, f"a number over {least:g}")

    def only(self, rows: Mapping[str, Any], known: Collection[str]) -> None:
        """Raises where there is a key nobody knows: a slip of the pen would go unseen."""
        for key in rows:
            if key not in known:
                raise self.mistake(key, f"is not known; known are {', '.join(sorted(known))}")

    def _line(self, key: str) -> int:
        """The line the key stands on, else that of its table, else the first."""
        found, table = 1, ""
        text = assets.path(*self.file).read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            head = re.match(r"\s*\[([^\[\]]+)\]\s*(#.*)?$", line)
            if head:
                table = head[1].strip().strip('"')
                found = number if table == self.table else found
            if table == self.table and key and re.match(rf'\s*"?{re.escape(key)}"?\s*=', line):
                return number
        return found
