"""A window that cannot open says why, and what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lifestory import assets

BEGIN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from lifestory import assets
from lifestory.gui.application import start

SIZES, found = Path(sys.argv[1]), assets.path
assets.path = lambda *parts: SIZES if parts == ("rules", "sizes.toml") else found(*parts)
application = QApplication([])
def read():
    for box in application.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            print(box.text(), box.informativeText())
            box.accept()
look = QTimer(interval=20)
look.timeout.connect(read)
look.start()
raise SystemExit(start())
"""


def test_a_mistake_in_a_file_that_the_window_needs_is_a_sentence_and_no_traceback(
    tmp_path: Path,
) -> None:
    text = assets.path("rules", "sizes.toml").read_text(encoding="utf-8")
    line = text[: text.index("width = 148")].count("\n") + 1
    sizes = tmp_path / "sizes.toml"
    sizes.write_text(text.replace("width = 148", 'width = "wide"'), encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", BEGIN, sizes],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2, ended.stderr
    assert f"resources/rules/sizes.toml, line {line} [a5]: width should be" in ended.stdout
    assert "Correct the file" in ended.stdout
    assert "Traceback" not in ended.stderr
