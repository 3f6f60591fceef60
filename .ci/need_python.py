"""Says so plainly when the Python that would be used is too old."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the very check
    sys.exit("Lifestory needs Python 3.11 or newer. Try: make PYTHON=python3.12 ...")
