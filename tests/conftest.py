"""What all tests share."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/book --write-pages` writes the descriptions anew: read them before a commit."""
    parser.addoption("--write-pages", action="store_true", help="write tests/pages anew")
