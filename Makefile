# Two commands do everything on a machine with Python 3.11 or later, pip and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: brief test lint types clean

brief: $(VENV)/installed  ## install Brink and write the brief of the bundled case
	$(BIN)/brink brief pakistan-ttp -o pakistan-ttp.html

test: $(VENV)/tested  ## install what the tests need and run them
	@sh tests/chromium.sh
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(VENV)/tested
	$(BIN)/ruff check brink tests benchmarks

types: $(VENV)/tested
	$(BIN)/mypy brink

$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || ( $(PYTHON) -m pip install --user virtualenv && $(PYTHON) -m virtualenv $(VENV) )

$(VENV)/installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/tested: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
