# Every command a person needs. `make` prints them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONPATH := site
export PYTHONDONTWRITEBYTECODE ?=
T ?= tests

.DEFAULT_GOAL := help
.PHONY: help run test check fix lock bench messages browser clean

help: ## Print the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

run: $(VENV)/.runtime ## Set everything up and serve the site on http://127.0.0.1:8000 (PORT= and HOST= are honoured)
	@$(BIN)/python manage.py serve

test: $(VENV)/.development ## Run the tests (T=path for a part; a second time on PostgreSQL when DATABASE_URL names one)
	@$(BIN)/python -m tests.run $(T)

check: $(VENV)/.development ## All that the continuous integration checks
	@$(BIN)/python -m tests.check

fix: $(VENV)/.development ## Format the code and mend what can be mended alone
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

bench: $(VENV)/.development ## Measure pages and search beside an empty page, on both databases when DATABASE_URL names one
	@$(BIN)/python -m tests.benchmarks

messages: $(VENV)/.development ## Collect the messages to translate into the catalogues (needs GNU gettext)
	@$(BIN)/python manage.py collect_messages

lock: $(VENV)/.development ## Resolve the requirements again and write the hash-locked files
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes requirements-dev.in -o requirements-dev.txt
	@for name in requirements requirements-optional; do \
	  $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes -c requirements-dev.txt $$name.in -o $$name.txt; done

clean: ## Remove the virtual environment and everything under var/
	@rm -rf $(VENV) var

$(VENV)/.runtime: requirements.txt setup.sh
	@PYTHON="$(PYTHON)" sh setup.sh requirements.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt setup.sh
	@PYTHON="$(PYTHON)" sh setup.sh requirements-dev.txt
	@touch $@ $(VENV)/.runtime
