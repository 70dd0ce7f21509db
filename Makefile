# Everything a developer or CI runs. Each target sets itself up.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: setup demo test check licences accuracy bench fuzz pictures pack clean

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev,cluster]'
	touch $@

setup: $(VENV)/.ready

demo: setup  ## read the example pile, print the summary, write demo/report.html
	$(BIN)/rashomon read examples/pile --out demo
	@$(BIN)/rashomon show demo
	@echo; echo "The report: demo/report.html (open it in a browser)"

test: setup
	$(BIN)/python -m pytest -n auto $(if $(L),tests/test_cases.py -k "$(L)-")

check: setup
	$(BIN)/ruff format --check src tests tools
	$(BIN)/ruff check src tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_generated.py
	$(BIN)/python tools/catalogues.py --check
	$(BIN)/python -m pip check
	$(BIN)/python tools/licences.py > /dev/null

licences: setup  ## the licence of every package of the default install, and that they go together
	$(BIN)/python tools/licences.py
	$(BIN)/python -m pip check

accuracy: setup  ## writes docs/accuracy.md
	$(BIN)/python tools/accuracy.py

bench: setup  ## writes docs/performance.md; docs/scaling.md: $(BIN)/python tools/scaling.py --large
	$(BIN)/python tools/bench.py

fuzz: setup  ## SECONDS_TO_RUN=600 make fuzz
	$(BIN)/python tools/fuzz.py --seconds $${SECONDS_TO_RUN:-60}

pictures: demo  ## docs/*.png, the pictures of the README
	$(BIN)/python tools/screenshots.py demo/report.html docs/pictures

pack: setup  ## make pack L=sw: a new language folder to fill in
	$(BIN)/python tools/make_pack.py $(L)

clean:
	rm -rf $(VENV) demo out build
