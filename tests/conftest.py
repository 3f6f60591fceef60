"""What all tests share."""

import os
from collections.abc import Iterator

import pytest

from lifestory.sealing import passphrase

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/book --write-pages` writes the descriptions anew: read them before a commit."""
    parser.addoption("--write-pages", action="store_true", help="write tests/pages anew")


@pytest.fixture(scope="session", autouse=True)
def _keys_are_cheap() -> Iterator[None]:
    """Stores and archives made in this process; what a program of its own makes is as for users."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase, "WORK_FACTOR", 10)
        yield
