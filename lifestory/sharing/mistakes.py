"""What is wrong with a file of resources/, said so that it can be mended: file, line, expected."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from lifestory import assets
from lifestory.domain.errors import LifestoryError


class BrokenStyle(LifestoryError):
    """A file of resources/ with a mistake; the message names the file, the line and the key."""

    remedy = "Correct the file, or put the one that came with Lifestory back."


@dataclass(frozen=True)
class Where:
    """A file of resources/ by its parts, and the table in it that is looked at ("" for the top;
    "name.2" for the second [[name]])."""

    file: tuple[str, ...]
    table: str = ""

    def mistake(self, key: str, expected: str) -> BrokenStyle:
        """The error to raise: the file, the line the key stands on, and what was expected."""
        table = f" [{self.table}]" if self.table else ""
        return self._said(self._line(key), f"{table}: {f'{key} {expected}' if key else expected}")

    def read(self) -> dict[str, Any]:
        """The file. Raises BrokenStyle where it is no TOML; FileNotFoundError where it is none."""
        try:
            return assets.read_toml(*self.file)
        except UnicodeDecodeError as broken:
            line = broken.object[: broken.start].count(b"\n") + 1
            raise self._said(line, ": should be written in UTF-8, and is not") from broken
        except tomllib.TOMLDecodeError as broken:
            told = re.search(r" \(at line (\d+), column \d+\)$", str(broken))
            line = int(told[1]) if told else len(self._lines())
            said = str(broken).rpartition(" (at ")[0]
            raise self._said(line, f": cannot be read as TOML: {said}") from broken

    def entries(self, such_as: str) -> dict[str, Any]:
        """The file, in which every table is an entry. Raises BrokenStyle where there is none."""
        rows = self.read()
        if not rows:
            raise self.mistake("", f"the entries are missing, each {such_as}")
        return rows

    def rows(self) -> dict[str, Any]:
        """The table that is looked at. Raises BrokenStyle where there is none."""
        rows = self.read().get(self.table)
        if rows is None:
            raise self.mistake("", "the table is missing")
        return self.rows_of(rows)

    def rows_of(self, rows: object) -> dict[str, Any]:
        """`rows` when it is a table. Raises BrokenStyle."""
        if not isinstance(rows, dict):
            raise self.mistake("", f"should be a table, not {rows!r}")
        return rows

    def check(
        self, rows: Mapping[str, Any], key: str, good: Callable[[Any], bool], what: str
    ) -> None:
        """Raises unless the value of `key` is there and good."""
        if key not in rows:
            raise self.mistake(key, f"is missing; it should be {what}")
        if not good(rows[key]):
            raise self.mistake(key, f"should be {what}, not {rows[key]!r}")

    def one_of(self, rows: Mapping[str, Any], key: str, choices: Collection[str]) -> None:
        """Raises unless the value of `key` is one of the choices."""

        def good(one: object) -> bool:
            return isinstance(one, str) and one in choices

        self.check(rows, key, good, f"one of {', '.join(choices)}")

    def text(self, rows: Mapping[str, Any], key: str) -> None:
        """Raises unless `key` is a text."""
        self.check(rows, key, lambda one: isinstance(one, str) and bool(one), "a text")

    def texts(self, rows: Mapping[str, Any], key: str, least: int = 0) -> None:
        """Raises unless `key` is a list of at least so many texts."""

        def good(one: Any) -> bool:
            listed = isinstance(one, list) and len(one) >= least
            return listed and all(isinstance(text, str) and text for text in one)

        self.check(rows, key, good, "a list of texts")

    def braces(self, rows: Mapping[str, Any], key: str, known: Collection[str]) -> None:
        """Raises where the text of `key` has braces that nothing fills."""
        try:
            found = {name for _, name, _, _ in Formatter().parse(rows[key]) if name is not None}
        except ValueError:
            found = {""}
        if found - set(known):
            names = ", ".join(f"{{{one}}}" for one in sorted(known))
            raise self.mistake(key, f"should have no braces but {names}")

    def flag(self, rows: Mapping[str, Any], key: str) -> None:
        """Raises unless `key` is true or false."""
        self.check(rows, key, lambda one: isinstance(one, bool), "true or false")

    def number(
        self, rows: Mapping[str, Any], key: str, least: float, most: float = math.inf
    ) -> None:
        """Raises unless `key` is a number over `least`, and `most` at the most."""

        def good(one: Any) -> bool:
            number = isinstance(one, int | float) and not isinstance(one, bool)
            return number and math.isfinite(one) and least < one <= most

        upto = "" if math.isinf(most) else f", up to {most:g}"
        self.check(rows, key, good, f"a number over {least:g}{upto}")

    def only(self, rows: Mapping[str, Any], known: Collection[str]) -> None:
        """Raises where there is a key nobody knows: a slip of the pen would go unseen."""
        for key in rows:
            if key not in known:
                raise self.mistake(key, f"is not known; known are {', '.join(sorted(known))}")

    def _said(self, line: int, said: str) -> BrokenStyle:
        at = f"resources/{'/'.join(self.file)}, line {line}"
        return BrokenStyle(f"{at}{said}" + ("" if said[-1] in ".?" else "."))

    def _lines(self) -> list[str]:
        return assets.read_bytes(*self.file).decode("utf-8", errors="replace").splitlines() or [""]

    def _line(self, key: str) -> int:
        """The line the key stands on, else that of its table, else the first."""
        found, table = 1, ""
        listed: dict[str, int] = {}
        for number, line in enumerate(self._lines(), 1):
            head = re.match(r"\s*\[(\[?)([^\[\]]+)\]\]?\s*(#.*)?$", line)
            if head:
                table = head[2].strip().strip('"')
                if head[1]:
                    listed[table] = listed.get(table, 0) + 1
                    table = f"{table}.{listed[table]}"
                if table == (self.table or key):
                    found = number
            if table == self.table and key and re.match(rf'\s*"?{re.escape(key)}"?\s*=', line):
                return number
            if not table and re.match(rf'\s*"?{re.escape(self.table)}"?\s*=', line):
                found = number
        return found
