# make demo   a sample store, the sample books, the window       make check  format, lint, types, house
# make test   the tests, offscreen                               make bench  how fast, as ratios
#                                                                make torture  the long fault tests
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

# Keep what Python compiles: every program that a test starts would else compile it all again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check bench torture system clean

demo: $(READY) system
	$(BIN)/lifestory demo
	@$(BIN)/python .ci/open_window.py lifestory-demo

test: $(READY) system
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 -m "not torture" --ignore=tests/bench

check: $(READY) system
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest tests/test_architecture.py

bench: $(READY) system
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

torture: $(READY) system
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -m torture --ignore=tests/bench

system:
	@sh .ci/system-libraries

$(READY): pyproject.toml
	$(PYTHON) .ci/need_python.py
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv build lifestory-demo *.egg-info
