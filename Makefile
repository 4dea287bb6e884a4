# `make site` and `make test` need a machine with python3 (3.11 or newer), git and make. The rest they bring
# themselves: Python packages from the locks, and as root on Debian also Chromium, Java, npm, OpenSSH, OpenSSL, nginx
# and Caddy.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SUFFIXES:

PYTHON ?= python3
SITE_DIR ?= site
MINUTES ?= 10
BENCH ?= --with decade
AUDITS ?=
# A folder with wheels, made by `make wheelhouse`: with it nothing is asked of the network.
WHEELHOUSE ?=
LOCKED := --require-hashes --only-binary :all:
PIP := .venv/bin/python -m pip install -qq $(LOCKED) $(if $(WHEELHOUSE),--no-index --find-links $(WHEELHOUSE))
COMPILE := env -u VIRTUAL_ENV .venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK_FLAGS)

.PHONY: help site serve check diff draft publish editor check-fast schema test fuzz lint bless bench audit-pages lock sbom audit \
	wheelhouse clean browser npm programs

help: ## Name what make can do
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

site: .venv/.ready ## Build the whole site into site/
	@.venv/bin/lrt-site build --site-dir $(SITE_DIR)

serve: .venv/.ready ## Show the site while you write, and reload after every change
	@.venv/bin/lrt-site serve

check: .venv/.ready ## Name all mistakes in content/
	@.venv/bin/lrt-site check

diff: .venv/.ready ## Tell what changed since the last publication
	@.venv/bin/lrt-site diff

draft: .venv/.ready ## Write the draft of the coming publication, for you to complete
	@.venv/bin/lrt-site publish --draft

publish: .venv/.ready ## Seal the draft as a publication
	@.venv/bin/lrt-site publish

editor: .venv/.ready ## Let VS Code complete fields and ids in content/ (again when ids were added)
	@mkdir -p .vscode
	@for file in settings extensions; do [ -e .vscode/$$file.json ] || cp templates/project/.vscode/$$file.json .vscode/; done
	@.venv/bin/lrt-site schema --ids

check-fast: lint ## Lint, then run the unit tests, within a minute
	@.venv/bin/pytest -n 2 --dist worksteal tests/unit

schema: .venv/.ready ## Write the JSON Schemas to docs/schema/
	@.venv/bin/lrt-site schema

test: .venv/.ready-dev browser programs tests/tools/node_modules/.ready ## Run every test, and lint beside them
	@$(MAKE) --no-print-directory lint >.venv/lint.log 2>&1 & lint=$$!; fault=0; \
		.venv/bin/pytest -n 2 --dist worksteal || fault=$$?; wait $$lint || { fault=$$?; cat .venv/lint.log; }; exit $$fault

fuzz: .venv/.ready-dev ## Try all laws at random, and keep what breaks one (make fuzz MINUTES=10)
	@.venv/bin/python -m tests.tools.fuzz --minutes $(MINUTES)

lint: .venv/.ready-dev ## Check style, types and layers
	@.venv/bin/ruff check --quiet
	@.venv/bin/ruff format --check --quiet || { .venv/bin/ruff format --diff --quiet; exit 1; }
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo >.venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }

bless: .venv/.ready-dev ## Store what the golden tests get, for you to review
	@.venv/bin/pytest -n 2 --dist worksteal --bless

bench: .venv/.ready-bench benchmarks/eleventy/node_modules/.ready ## Measure beside other generators (quick: make bench BENCH="--sizes 100 --rounds 1")
	@.venv/bin/python -m benchmarks $(BENCH)

audit-pages: browser programs tests/tools/node_modules/.ready tests/audits/node_modules/.ready ## Hold both sites against all bars for readers (some: make audit-pages AUDITS="layout weight")
	@.venv/bin/python -m tests.audits $(AUDITS)

lock: .venv/.ready-dev ## Renew the locks (newest versions: make lock LOCK_FLAGS=--upgrade)
	@$(COMPILE) pyproject.toml --group build -o requirements.lock
	@$(COMPILE) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock
	@$(COMPILE) --group pyproject.toml:bench -c requirements.lock -o requirements-bench.lock

sbom: .venv/.ready-dev ## Write what the program is made of to sbom.json, as CycloneDX
	@.venv/bin/python -m supply.sbom >sbom.json.new
	@mv sbom.json.new sbom.json

audit: .venv/.ready-dev ## Ask whether what we depend on has known vulnerabilities (needs the network)
	@.venv/bin/python -m supply.audit

wheelhouse: .venv/bin/python ## Keep all packages in wheelhouse/ (without a network: make site WHEELHOUSE=wheelhouse)
	@.venv/bin/python -m pip download -qq $(LOCKED) --dest wheelhouse -r requirements.lock

clean: ## Throw away all that make made, but for wheelhouse/
	@rm -rf .venv site sbom.json tests/tools/node_modules tests/audits/node_modules benchmarks/eleventy/node_modules \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

browser: .venv/.ready-dev
	@scripts/need '.venv/bin/playwright --version' libatomic1
	@scripts/browser

npm:
	@scripts/need 'npm --version' npm

programs: npm
	@scripts/need 'java -version' default-jre-headless
	@scripts/need 'command -v ssh-keygen' openssh-client
	@scripts/need 'command -v openssl' openssl
	@scripts/need 'PATH=$$PATH:/usr/sbin command -v nginx' nginx-light
	@scripts/need 'command -v caddy' caddy

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@PYTHON=$(PYTHON) scripts/need '$$PYTHON -c "import ensurepip, venv"' python3-venv
	@$(PYTHON) -m venv --clear .venv

.venv/.ready: requirements.lock pyproject.toml | .venv/bin/python
	@$(PIP) -r requirements.lock
	@.venv/bin/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

.venv/.ready-dev: requirements-dev.lock .venv/.ready
	@$(PIP) -r requirements-dev.lock
	@touch $@

.venv/.ready-bench: requirements-bench.lock .venv/.ready
	@$(PIP) -r requirements-bench.lock
	@touch $@

%/node_modules/.ready: %/package-lock.json | npm
	@cd $* && npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@
