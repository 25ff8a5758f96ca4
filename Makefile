# ML Fieldbook. `make help` lists the targets.
PYTHON ?= python3
ARGS ?=
SHARD ?= 1/1
export OMP_NUM_THREADS = 1
export NO_MKDOCS_2_WARNING = 1
BIN := .venv/bin
# one shard alone cannot cover every line: the workflow combines what the shards covered
PART := $(if $(filter-out 1/1,$(SHARD)),--cov-fail-under=0 --splits $(notdir $(SHARD)) --group $(patsubst %/,%,$(dir $(SHARD))))

.PHONY: help serve build offline test record new anchors bench lighthouse
help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

.venv/%: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q -U "pip>=25.1"
	$(BIN)/python -m pip install -q --group $(notdir $@) -c constraints.txt
	@touch $@

serve: .venv/site ## set up and serve the site on localhost; edits reload
	$(BIN)/python -m mkdocs serve $(ARGS)

build: .venv/site ## build the site into site/
	$(BIN)/python -m mkdocs build --strict $(ARGS)

offline: .venv/site ## build ml-fieldbook.zip, whose pages and search work from the file system
	OFFLINE=true $(BIN)/python -m mkdocs build --strict --site-dir site/ml-fieldbook
	cd site && ../$(BIN)/python -m zipfile -c ml-fieldbook.zip ml-fieldbook

test: .venv/verify ## set up and run everything; ARGS="-k huber" narrows, SHARD=2/8 runs one of eight parts
	$(BIN)/python -m tools.browser
	$(BIN)/ruff check -q . && $(BIN)/ruff format -q --check .
	$(BIN)/python -m pytest $(if $(ARGS),$(ARGS),-n auto --dist loadgroup --cov $(PART))

record: .venv/verify ## re-run the snippets that changed and rewrite their recordings; ARGS=losses/huber narrows
	$(BIN)/python -m tools.snippets record $(ARGS)
	$(if $(ARGS),,$(BIN)/python -m tools.labs)

new: .venv/verify ## scaffold a snippet and its test: make new SNIPPET=losses/huber
	$(BIN)/python -m tools.snippets new $(SNIPPET)

anchors: .venv/verify ## add the anchors of new pages and headings to those that are kept alive
	$(BIN)/python -m tools.anchors

bench: .venv/verify ## print tables of what executing, building and visiting cost
	$(BIN)/python -m tools.bench

lighthouse: .venv/verify ## build the site and hold Lighthouse's marks; needs Node.js; ARGS=losses/regression/ narrows, ARGS=all widens
	$(BIN)/python -m tools.visit $(ARGS)
