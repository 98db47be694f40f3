# The commands of the product. `make run` and `make test` are all a newcomer needs.
PORT ?= 8000
DATA ?= data
HOST ?= 127.0.0.1
PYTHON ?=
READY := .venv/ready

.PHONY: help run setup test soak check lock bench messages pictures clean
help:           ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

run: $(READY)   ## serve on PORT with the data folder DATA; an empty folder gets the demo
	@tools/run.sh $(PORT) "$(DATA)" $(HOST)

setup: $(READY) ## build .venv with the product and its development tools

$(READY): requirements/dev.txt tools/setup.sh
	@PYTHON="$(PYTHON)" tools/setup.sh

test: $(READY)  ## every test, on SQLite and PostgreSQL
	@.venv/bin/python tools/messages.py compile
	@tools/test.sh

soak: $(READY)  ## the long look: every page by everybody, three widths, both languages, by keys
	@.venv/bin/python tools/messages.py compile
	@.venv/bin/python -m pytest -n $(or $(WORKERS),2) -m soak -rs tests/look

check: $(READY) ## style, types, floors, house rules, migrations
	@.venv/bin/python tools/messages.py compile
	@tools/check.sh

lock: $(READY)  ## pin the libraries of requirements/*.in with hashes
	@tools/lock.sh

bench: $(READY) ## measure against the limit and the peers; FULL=1 for the full sizes
	@.venv/bin/python -m bench $(if $(FULL),--full)

messages: $(READY) ## gather the screen's words into locale/
	@.venv/bin/python tools/messages.py gather

pictures: $(READY) ## photograph the twenty main pages anew, write docs/tour.md and the README’s table
	@.venv/bin/python tools/messages.py compile
	@.venv/bin/python -m tools.pictures

clean:          ## remove what was built; data stays
	@rm -rf .venv static-built build .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
