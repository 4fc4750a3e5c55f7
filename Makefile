# Needs nothing but make and Python 3.11 to 3.13. PYTHON names the interpreter to use.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
OUT := facts.db
QUERY := SELECT name, COUNT(*) FROM crew GROUP BY name ORDER BY 2 DESC LIMIT 5

.DEFAULT_GOAL := help
.PHONY: help run test bench score lint lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/ready  ## set up, read corpus/, write facts.db and show what was found
	@$(BIN)/evafacts extract corpus -o $(OUT) --table
	@echo
	@echo "The records are in $(OUT), an SQLite database. One query to try (who went out most?):"
	@echo
	@if command -v sqlite3 >/dev/null; then \
	  echo '  sqlite3 $(OUT) "$(QUERY)"'; \
	else \
	  echo "  $(BIN)/python -c 'import sqlite3; [print(*row) for row in"; \
	  echo "    sqlite3.connect(\"$(OUT)\").execute(\"$(QUERY)\")]'"; \
	fi

test: $(VENV)/ready-dev  ## set up and run the whole test suite
	$(BIN)/python -m pytest

bench: $(VENV)/ready-dev  ## measure speed and memory, beside plain tokenisation
	$(BIN)/python benchmarks/run.py

score: $(VENV)/ready  ## score corpus/ against gold/ and the committed baseline
	$(BIN)/evafacts score corpus gold --baseline baseline.json

lint: $(VENV)/ready-dev  ## style, types and the layers of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/python-ok:
	@test -n "$(PYTHON)" || { echo "evafacts needs Python 3.11, 3.12 or 3.13: set PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "cannot make $(VENV): on Debian and Ubuntu, install python3-venv" >&2; exit 1; }
	@touch $@

# Exact versions, each file known by its hash; then the project itself, which needs no network.
$(VENV)/ready: requirements.txt pyproject.toml | $(VENV)/python-ok
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	@echo "Adding the tools for tests and checks (once) ..."
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

UV_LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

lock:  ## bring the lock files up to date (needs uv)
	$(UV_LOCK) pyproject.toml requirements.in -o requirements.txt
	$(UV_LOCK) pyproject.toml requirements.in --extra dev -c requirements.txt -o requirements-dev.txt

clean:  ## remove what was made: the environment, caches, output
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f $(OUT) $(OUT).rejects.jsonl facts.jsonl facts.jsonl.rejects.jsonl
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
