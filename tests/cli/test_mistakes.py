"""Our own bugs: an apology, status 70, and nobody's name anywhere."""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from lifestory.cli.options import Commands, command
from lifestory.cli.run import run
from lifestory.cli.speaking import Speaker


def _break(args: Namespace, speaker: Speaker) -> bool:
    raise ValueError("Featherstonehaugh, born in Derby")


def _stop(args: Namespace, speaker: Speaker) -> bool:
    raise KeyboardInterrupt


def _name_too_long(args: Namespace, speaker: Speaker) -> bool:
    return Path("x" * 5000).exists() or bool(Path("x" * 5000).stat())


def _speak(args: Namespace, speaker: Speaker) -> bool:
    speaker.say({}, "Łukasz")
    return False


def add_to(commands: Commands) -> None:
    command(commands, "break", "a bug", _break)
    command(commands, "stop", "Ctrl+C", _stop)
    command(commands, "speak", "a foreign letter", _speak)
    command(commands, "long", "the system refuses", _name_too_long)


def test_a_bug_is_apologised_for_without_a_value(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for variable in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    assert run(["break"], [add_to]) == 70
    said = capsys.readouterr()
    assert said.out == ""
    assert "We are sorry" in said.err
    assert "ValueError" in said.err
    assert "_break" in said.err
    logs = [path.read_text() for path in tmp_path.rglob("*.log")]
    assert logs
    for text in (said.err, *logs):
        assert "Featherstonehaugh" not in text
        assert "Traceback" not in text


def test_whoever_stops_a_command_is_told_what_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stop"], [add_to]) == 2
    assert "nothing is half done" in capsys.readouterr().err


def test_what_the_system_refuses_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["long"], [add_to]) == 2
    assert "File name too long" in capsys.readouterr().err


def test_a_letter_that_the_console_lacks_does_not_end_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = io.BytesIO()
    narrow = io.TextIOWrapper(written, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    assert run(["speak"], [add_to]) == 0
    narrow.flush()
    assert written.getvalue() == b"\\u0141ukasz\n"
