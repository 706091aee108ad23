# Every path here is relative, so that the project may lie in a folder with spaces in its name.

PYTHONS = python3.13 python3.12 python3.11 python3
BIN = .venv/bin
INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check
COMPILE = $(BIN)/python -m compileall -q tui
PARALLEL = --numprocesses auto --maxprocesses 8 --dist worksteal

.PHONY: help run test lint bench wheel clean

help:
	@echo 'jalon: a chronology that you can check'
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
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

lint: .venv/installed-for-tests ## run all of that but the tests
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/installed-for-tests ## measure start-up, reading and keys against their budgets
	@$(COMPILE)
	@$(BIN)/python -m bench $(ARGS)

wheel: .venv/installed-for-tests ## build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

clean: ## remove .venv, caches and everything built
	rm -rf .venv dist build bench/data snapshot_report.html
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
	@$(INSTALL) -e .
	@$(COMPILE)
	@touch $@

# pip reads dependency groups since 25.1.
.venv/installed-for-tests: pyproject.toml $(BIN)/python
	@echo 'Installing jalon and its test tools into .venv ...' >&2
	@$(INSTALL) 'pip>=25.1'
	@$(INSTALL) -e . --group dev
	@$(COMPILE)
	@touch $@ .venv/installed
