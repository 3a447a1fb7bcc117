# Everything a newcomer needs: `make serve` and `make test`. Python 3.11 or later with venv, and make.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock' --quiet
ASSETS := server/assets
# Programs of another language for some tests.
PROGRAMS := $(patsubst %,tests/%/node_modules,js comunica traversal)
# These need a machine for themselves. The others share nothing: as many files at once as there are processors.
ALONE := $(patsubst %,tests/test_%.py,abuse dumps negotiate serve store workers)
# The build writes it last.
BUILT := server/static/built/licences.txt

.DELETE_ON_ERROR:
.PHONY: help serve test lint build assets bench bench-server lock clean

help:
	@echo 'make serve   build and validate the graph if there is no release, then serve it on http://$(HOST):$(PORT)'
	@echo 'make test    lint, types and all tests'
	@echo 'make build   build and validate the graph into release/'
	@echo 'make assets  build the editor of the query page; a wheel needs it (serve and test do it too)'
	@echo 'make bench   time and memory of build, validation, load and queries'
	@echo 'make bench-server  requests a second beside other servers, those that are installed'
	@echo 'make lock    renew requirements.lock and requirements-dev.lock'
	@echo 'make clean   remove what the other targets made'

serve: $(VENV)/.run
	@$(MAKE) --no-print-directory assets || echo 'No editor was built: the query page is a plain form.' >&2
	$(BIN)/cdce serve --host $(HOST) --port $(PORT)

build: $(VENV)/.run
	$(BIN)/cdce build

assets: $(BUILT)

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint assets $(addsuffix /.done,$(PROGRAMS))
	$(BIN)/python -m pytest -n auto --dist loadfile $(addprefix --ignore=,$(ALONE))
	$(BIN)/python -m pytest $(ALONE)

bench: $(VENV)/.run
	$(BIN)/python -m tests.bench

bench-server: $(VENV)/.run
	$(BIN)/python -m tests.bench.server

# --upgrade: without it uv keeps the versions that the files hold.
lock: $(VENV)/.test
	$(LOCK) --upgrade --group build --output-file requirements.lock
	$(LOCK) --upgrade --group build --group test --constraint requirements.lock \
		--output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist release $(PROGRAMS) $(ASSETS)/node_modules $(dir $(BUILT)) .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { echo 'No $(PYTHON) here: install Python 3.11 or later.' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or later is required; $(PYTHON) is $$($(PYTHON) -V 2>&1)." >&2; \
		echo 'Name another one: make PYTHON=python3.12 serve' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '$(PYTHON) lacks the module venv; on Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# The dev lock holds the run-time lock, so that an environment may have both stamps.
$(VENV)/.run: $(VENV)/.made requirements.lock pyproject.toml
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.made requirements-dev.lock pyproject.toml
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

# Node.js and npm come from the lock file of Python, so that the machine needs none.
$(ASSETS)/node_modules/.done: $(ASSETS)/package-lock.json | $(VENV)/.run
	cd $(ASSETS) && PATH="$(abspath $(BIN)):$$PATH" npm ci --ignore-scripts --loglevel=error && touch node_modules/.done

$(BUILT): $(ASSETS)/node_modules/.done $(wildcard $(ASSETS)/src/* $(ASSETS)/build.mjs)
	$(BIN)/node $(ASSETS)/build.mjs

# The tests with these programs say so when Node.js is missing.
tests/%/node_modules/.done: tests/%/package-lock.json
	@if command -v npm >/dev/null; then cd tests/$* && npm ci --loglevel=error --no-audit --no-fund && touch node_modules/.done; \
	else echo 'No npm here: the tests with tests/$* will be skipped.'; fi
