# Each target is the whole set-up: it needs Python 3.11 to 3.13, make, and pip with access to packages, nothing else.
# (Debian's Python comes without ensurepip: the second way of making .venv is for it.)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RECOUPE := $(BIN)/recoupe
STORY := examples/visite
OUT := out

.PHONY: demo test bench lock clean

demo: $(VENV)/ready  ## cross-read the first example story and say where its page is
	@mkdir -p $(OUT)
	$(RECOUPE) compare $(wildcard $(STORY)/*.txt) -o $(OUT)/demo.html -o $(OUT)/demo.json -o $(OUT)/demo.txt
	@cat $(OUT)/demo.txt
	@echo "The page is $(CURDIR)/$(OUT)/demo.html (open it in a browser); the dossier is $(CURDIR)/$(OUT)/demo.json"

test: $(VENV)/ready-dev  ## all that CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(VENV)/ready-dev  ## speed and memory against the bare parser; see docs/speed.md
	$(BIN)/python benchmarks/speed.py

lock:  ## after a change of dependencies; uv.lock stays out of git, it is full of addresses
	uv export --format requirements-txt --no-header --no-emit-project -q > requirements.txt
	uv export --format requirements-txt --no-header --no-emit-project --all-extras -q > requirements-dev.txt

clean:
	rm -rf $(VENV) $(OUT) build dist *.egg-info

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --python $@ install --quiet pip; }

$(VENV)/ready: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@
