# Every path here is relative, so that the project may lie in a folder with spaces in its name.

PYTHONS = python3.13 python3.12 python3.11 python3
BIN = .venv/bin
INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check
COMPILE = $(BIN)/python -m compileall -q tui
PARALLEL = --numprocesses auto --maxprocesses 8 --dist worksteal
QUICK = --hypothesis-profile=quick tests/test_layers.py tests/test_docs.py tests/core tests/drawing

.PHONY: help run test t check lint coverage test-all bench messages wheel clean

help:
	@echo 'jalon: a chronology that you can check'
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  make run FILE=my.yaml                 opens a timeline of your own'
	@echo '  make run ARGS="print --lang fr"       runs any other command of jalon'
	@echo '  make test ARGS="-k dates"             chooses tests; with -n 0 they run one after the other'
	@echo '  make run PYTHON=/path/to/python3.12   chooses the Python of a new .venv'
	@echo
	@echo 'Only make and Python 3.11 or newer are needed: the rest goes into .venv.'

run: .venv/installed ## open the timeline (sets up .venv the first time)
	@$(BIN)/python -m tui $(ARGS) $${FILE:+"$$FILE"}

test: lint ## run the linter, the type checker, the layers' contracts and the tests
	$(BIN)/python -m pytest $(PARALLEL) $(ARGS)

t: .venv/installed-for-tests ## run the tests of FILE alone, in one process: make t FILE=tests/core/dates
	$(BIN)/python -m pytest $${FILE:?say which: make t FILE=tests/core/dates} $(ARGS)

check: lint ## run the linter, the types, the layers, and the tests of the house and of the core: twenty seconds
	$(BIN)/python -m pytest $(PARALLEL) $(QUICK) $(ARGS)

lint: .venv/installed-for-tests ## run the linter, the type checker and the layers' contracts
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

coverage: .venv/installed-for-tests ## run the tests, and say what of the package none of them runs
	$(INSTALL) coverage
	$(BIN)/python -m coverage run --source tui -m pytest -p no:xdist $(ARGS)
	$(BIN)/python -m coverage report --skip-covered --show-missing

# The newest dependencies that are allowed, and the oldest; textual and rich stay exact, for the pictures.
test-all: .venv/installed-for-tests ## run the tests under each Python of PYTHONS that is here, with new and old dependencies
	@$(INSTALL) uv
	@for python in $(filter-out python3,$(PYTHONS)); do \
	    $$python -c pass 2>/dev/null || { echo "$$python is not here: left out"; continue; }; \
	    for resolution in highest lowest-direct; do \
	        env=.venv-all/$$python-$$resolution; \
	        echo "== $$python, dependencies: $$resolution" && \
	        $(BIN)/uv venv -q --clear --python $$python --no-python-downloads $$env && \
	        $(BIN)/uv pip install -q --python $$env --resolution $$resolution -e '.[all]' --group test && \
	        $$env/bin/python -m pytest $(PARALLEL) $(ARGS) || exit 1; \
	    done; \
	done

bench: .venv/installed-for-tests ## measure start-up, reading and keys against their budgets
	@$(COMPILE)
	@$(BIN)/python -m bench $(ARGS)

messages: .venv/installed-for-tests ## gather what jalon says for translators, and say what is missing in each language
	$(BIN)/python tools/make_messages.py $(ARGS)

wheel: .venv/installed-for-tests ## build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

clean: ## remove .venv, caches and everything built
	rm -rf .venv .venv-all dist build bench/data snapshot_report.html
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find tui tests bench tools -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python of the list that runs, is new enough and can make a virtual environment.
$(BIN)/python:
	@for python in $(if $(PYTHON),"$(PYTHON)",$(PYTHONS)); do \
	    if "$$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "Making .venv with $$("$$python" --version) ..." >&2; \
	        "$$python" -m venv --clear .venv || { rm -rf .venv; exit 1; }; \
	        exit 0; \
	    fi; \
	done; \
	echo 'jalon needs Python 3.11 or newer with its venv module; none was found among:' >&2; \
	echo '  $(or $(PYTHON),$(PYTHONS))' >&2; \
	echo 'Install one (on Debian and Ubuntu: python3 and python3-venv), or say make run PYTHON=/path/to/python3' >&2; \
	exit 1

# Stamps: newer than pyproject.toml when what it asks for is in place. pip compiles what it installs but not
# what stays where it is; where Python is told to write no bytecode, every start would compile jalon anew.
.venv/installed: pyproject.toml $(BIN)/python
	@echo 'Installing jalon into .venv ...' >&2
	@$(INSTALL) -e '.[all]'
	@$(COMPILE)
	@touch $@

# pip reads dependency groups since 25.1.
.venv/installed-for-tests: pyproject.toml $(BIN)/python
	@echo 'Installing jalon and its test tools into .venv ...' >&2
	@$(INSTALL) 'pip>=25.1'
	@$(INSTALL) -e '.[all]' --group dev
	@$(COMPILE)
	@touch $@ .venv/installed
