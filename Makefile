PYTHON ?= python

.PHONY: check format lint types contracts test frontend

# What continuous integration checks, in the current environment; `.ci/run` does it in a new one.
check: lint types contracts test

format:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

lint:
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

contracts:
	lint-imports

test:
	$(PYTHON) -m pytest

frontend:
	cd kg/ui/frontend && npm ci && npm run check && npm run build
