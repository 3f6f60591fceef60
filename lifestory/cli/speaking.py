"""What a command says: words or JSON lines to stdout, troubles and progress to stderr."""

from __future__ import annotations

import json
import sys
from typing import Any

from tqdm import tqdm

from lifestory.domain.errors import LifestoryError


class Speaker:
    """Says what a command found, for people or, with `as_json`, for scripts."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._bar: tqdm[Any] | None = None
        self._what = ""

    def say(self, line: dict[str, object], words: str) -> None:
        """One result: the JSON object of the contract, or the same in words."""
        self._clear()
        print(json.dumps(line) if self._as_json else words, flush=True)

    def note(self, words: str) -> None:
        """A remark for people alone; scripts don't get it."""
        if not self._as_json:
            self._clear()
            print(words, flush=True)

    def aside(self, words: str) -> None:
        """A remark on stderr, for people and for whoever looks into a script."""
        self._clear()
        print(words, file=sys.stderr, flush=True)

    def found(self, words: str) -> None:
        """Something refused or found, named on stderr in either case."""
        self.aside(words)

    def trouble(self, trouble: LifestoryError) -> None:
        """A known trouble: what happened, and what to do."""
        self.found(f"{trouble.message}\n{trouble.remedy}")

    def progress(self, done: int, total: int, what: str) -> None:
        """A bar on a terminal, nothing when stderr is none."""
        if not sys.stderr.isatty():
            return
        if self._bar is None or self._what != what:
            self.close()
            self._bar, self._what = tqdm(desc=what, leave=False, file=sys.stderr), what
        self._bar.total = total or None
        self._bar.n = done
        self._bar.refresh()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _clear(self) -> None:
        if self._bar is not None:
            self._bar.clear()
