# Everything a newcomer needs. `make help` lists it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
HOST ?= 127.0.0.1
PORT ?= 8000
PYTEST_ARGS ?=
WORKERS ?= 2

help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.demo: requirements.txt
	@bash .ci/install requirements.txt && touch $@

$(VENV)/.dev: requirements-dev.txt
	@bash .ci/install requirements-dev.txt && touch $@ $(VENV)/.demo

demo: $(VENV)/.demo ## the portal with rich content (PORT=8000 HOST=127.0.0.1 FRESH=1)
	@exec $(PY) manage.py demo --host $(HOST) --port $(PORT) $(if $(FRESH),--fresh)

test: $(VENV)/.dev ## lint, then all tests, real browser included
	@$(PY) -m tests.early & $(MAKE) --no-print-directory lint && wait $$!
	@bash .ci/chromium
	@$(PY) -m pytest -n $(WORKERS) --durations 10 $(PYTEST_ARGS)

lint: $(VENV)/.dev ## style, import contracts, migrations, catalogues (< 30 s)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check -q .
	@$(VENV)/bin/lint-imports --no-logo 2>/dev/null || $(VENV)/bin/lint-imports
	@$(PY) manage.py makemigrations --check --dry-run -v0
	@$(PY) manage.py catalogues --check

format: $(VENV)/.dev ## put the source into shape
	@$(PY) -m ruff check --fix -q . ; $(PY) -m ruff format -q .

messages: $(VENV)/.dev ## bring the German catalogues up to date; lists what is untranslated
	@$(PY) manage.py catalogues

lock: ## lock the dependencies again with hashes (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

shots: $(VENV)/.dev ## screenshots of every kind of page of a running demo into var/shots (README=1: those of the README)
	@bash .ci/chromium
	@$(PY) -m tests.shots http://$(HOST):$(PORT) $(if $(README),--readme)

bench: $(VENV)/.dev ## all benchmarks, their bars in one table; exits with 1 where one is missed
	@$(PY) -m tests.speed

bench-events: $(VENV)/.dev ## registrations and the calendar feed beside their yardsticks, as ratios
	@$(PY) -m tests.speed.bench_events

bench-pages: $(VENV)/.dev ## the pages of the demo, kept and made anew, beside a bare view and a trivial page of Wagtail
	@$(PY) -m tests.speed.bench_pages

bench-market: $(VENV)/.dev ## 100,000 resources: page, free between, and the booking verb beside a bare insert
	@$(PY) -m tests.speed.bench_market

bench-nodes: $(VENV)/.dev ## three web nodes, a standby, Redis, a bucket: nothing stale, nothing sold twice, nothing lost when one dies
	@$(PY) -m tests.speed.bench_nodes

bench-many: $(VENV)/.dev ## 20,000 events, 100,000 registrations, 5,000 institutions, 10,000 articles: no page grows with them
	@$(PY) -m tests.speed.bench_many

clean: ## remove the database, media and mails of the demo (not the virtual environment)
	rm -rf var

.PHONY: help demo test lint format messages lock shots bench bench-events bench-pages bench-market bench-many bench-nodes clean
