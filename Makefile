# One word for each thing that is done here; bare `make` lists them.
# Each sets up what it needs, quietly and once, from the lock files.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help site folder serve check packs audit load test .browser test-quick bench pictures messages wordings architecture lint clean

help: ## show this list
	@echo "What Matters · Beth sy'n Bwysig"
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# While anything is being installed, `.ready` is away. Where an interrupt left it away, a package may be there by half,
# which pip takes for a whole one: the next run begins with an empty folder, and nobody has to know.
# --no-deps for the package itself: the lock file has already brought all that it needs.
$(VENV)/.ready: requirements.lock pyproject.toml
	@echo "Setting up (requirements.lock); this happens once …"
	@test -e $@ || $(PYTHON) -m venv --clear $(VENV)
	@rm -f $@
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

# The Welsh dictionary comes in a package whose own dependencies are a server's: it is taken without them.
# Of what the tests need, most modules are never read: those that are, are compiled then.
$(VENV)/.ready-test: requirements-test.lock requirements-welsh.lock $(VENV)/.ready
	@echo "Setting up (requirements-test.lock); this happens once …"
	@mv $(VENV)/.ready $(VENV)/.waits
	@$(PIP) --no-compile --require-hashes -r requirements-test.lock
	@$(PIP) --no-compile --require-hashes --no-deps -r requirements-welsh.lock
	@mv $(VENV)/.waits $(VENV)/.ready
	@touch $@

# AUDIENCE is whom the build is for: team, intranet, public or training. What its stories' consent does not cover stays out.
AUDIENCE ?= public
# STORIES names further folders of stories, parted by colons (on Windows by semicolons); each holds a root.yml.
STORIES ?=
site: $(VENV)/.ready ## build everything into site/ (AUDIENCE=team|intranet|public|training, STORIES=folder:folder)
	@$(BIN)/whatmatters site --audience "$(AUDIENCE)" --stories "$(STORIES)"

# FOR is what the zip file is for: drive, or server with compressed files and configurations beside the site.
FOR ?= drive
folder: site ## build, and put the site into one zip file in dist/ (FOR=drive|server)
	@$(BIN)/whatmatters folder --for "$(FOR)"

serve: $(VENV)/.ready ## show the site while you write, at 127.0.0.1:8000 (AUDIENCE=…, STORIES=…)
	@NO_MKDOCS_2_WARNING=1 AUDIENCE="$(AUDIENCE)" STORIES="$(STORIES)" $(BIN)/mkdocs serve

check: $(VENV)/.ready ## look for everything that is wrong
	@$(BIN)/whatmatters check --stories "$(STORIES)"

packs: $(VENV)/.ready ## make the packs alone, into site/packs
	@$(BIN)/whatmatters packs --audience "$(AUDIENCE)" --stories "$(STORIES)" --out site/packs

# Compiled modules are kept, whatever the machine is set to: workers and commands that tests start would each compile all.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest

# On a bare machine the browser comes while the packages do.
test: ## run every test (installs a browser where there is none)
	@$(MAKE) --no-print-directory --jobs=2 $(VENV)/.ready-test .browser
	@$(BIN)/python tests/browser/install.py
	@$(PYTEST)

.browser:
	@PYTHONPATH=scripts $(PYTHON) tests/browser/install.py --from-system

# What needs a browser, a whole site or whole packs stays out, as does what takes long; properties are tried with a quarter of their examples.
test-quick: $(VENV)/.ready-test ## run the quick tests, while you work: no browser, no whole site, no packs
	@PROPERTIES=work $(PYTEST) -m "not (browser or build or typeset or long)"

# Pagefind is here to be compared with; the browser that search is measured in is the tests'.
$(VENV)/.ready-bench: requirements-bench.lock $(VENV)/.ready-test
	@mv $(VENV)/.ready $(VENV)/.waits
	@$(PIP) --require-hashes -r requirements-bench.lock
	@mv $(VENV)/.waits $(VENV)/.ready
	@touch $@

bench: $(VENV)/.ready-bench ## measure everything beside its peer, and save the table (half an hour)
	@$(BIN)/python tests/browser/install.py
	@$(BIN)/whatmatters bench

pictures: $(VENV)/.ready-test ## take the pictures of the guide for editors anew, from site/
	@$(BIN)/python tests/browser/install.py
	@$(BIN)/python scripts/guide_pictures.py site

# A sentence is found by the name of what makes it; the order and the places come from the source.
messages: $(VENV)/.ready ## bring the Welsh catalogue of `check` up to date with the source; new sentences then await their Welsh
	@mkdir -p .cache
	@cd scripts && ../$(BIN)/pybabel --quiet extract --no-default-keywords --keyword Message --keyword ForeignMessage \
		--add-location file --sort-by-file --width 120 --output-file ../.cache/messages.pot whatmatters
	@cd scripts && ../$(BIN)/pybabel --quiet update --locale cy --no-fuzzy-matching --ignore-obsolete \
		--ignore-pot-creation-date --width 120 --input-file ../.cache/messages.pot \
		--output-file whatmatters/messages/cy.po

# The list of known faults is asked of the package index's own service: a connection is needed, and no test waits for it.
# `--strict`: where that service is not reached, nothing was looked at, and the exit code says so.
audit: $(VENV)/.ready ## look whether a known fault is in what the site is built with (needs a connection)
	@test -x .cache/audit/bin/pip-audit || { $(PYTHON) -m venv .cache/audit && .cache/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit; }
	@for lock in requirements.lock requirements-test.lock; do echo "$$lock:"; .cache/audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement $$lock || exit 1; done

load: $(VENV)/.ready-test ## measure how much a server of the site bears, from site/ (needs nginx and ApacheBench)
	@$(BIN)/python -m tests.deploy.measure

wordings: $(VENV)/.ready ## list the wordings of the interface anew, after one has come or gone
	@$(BIN)/python -m whatmatters.check.wordings_needed

architecture: $(VENV)/.ready ## draw the picture of the data's way anew, from the imports
	@$(BIN)/python scripts/architecture_picture.py

lint: $(VENV)/.ready-test ## check the style of the code
	@$(BIN)/ruff check scripts tests && $(BIN)/mypy

clean: ## remove all that was made
	rm -rf site dist .site-new .site-old .cache $(VENV) scripts/whatmatters.egg-info build
