"""Five thousand files let go over the window at once: all come in, and it answers all the while."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.place import new_child, new_store
from tests.bench.watching import apart
from tests.torture.dropping import FILES, dropped

pytestmark = pytest.mark.torture


def test_five_thousand_files_at_once_all_come_in_and_the_window_answers(tmp_path: Path) -> None:
    with new_store(tmp_path / "store") as store:
        new_child(store)
    found = apart(dropped, tmp_path)
    assert (found.photos, found.counted) == (FILES, f"{FILES:,}"), found
    assert found.busy < 100, found
    assert found.peak < 400, found
