"""The table of a whole run is not lost to a look at one thing."""

from pathlib import Path

import pytest

from tests.bench.__main__ import main
from tests.bench.figures import Figure

MEASURES = {
    "quick": lambda _place: [Figure("a quick thing", 1.0, 2.0, "s")],
    "slow": lambda _place: [Figure("a slow thing", 3.0, 2.0, "s")],
}


def test_one_thing_measured_alone_is_printed_and_leaves_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = tmp_path / "results.md"
    assert main([], MEASURES, results) == 1
    whole = results.read_text(encoding="utf-8")
    assert "a quick thing" in whole
    assert "a slow thing" in whole
    assert capsys.readouterr().out.strip() == whole.strip()

    assert main(["--only", "quick"], MEASURES, results) == 0
    assert results.read_text(encoding="utf-8") == whole
    alone = capsys.readouterr().out
    assert "a quick thing" in alone
    assert "a slow thing" not in alone
