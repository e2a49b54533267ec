# `make run` shows the main job on the fixture site; `make test` runs the tests. Both need Python 3.11+ and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: run test coverage check schema model lock audit bench drill mutants clean

run: $(INSTALLED)
	$(BIN)/python -m fixtures.demo

test: $(INSTALLED)
	$(BIN)/python -m pytest -n auto

# Lines and branches that no test reaches, processes that tests start included; fails below the bar of pyproject.toml.
# Without what measures time or ends processes at a moment: to count lines doubles the one and moves the other.
coverage: $(INSTALLED)
	$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing:skip-covered $(addprefix --deselect=,$(TIMED))

TIMED := tests/test_adversarial.py::test_a_heavy_page_ends_within_its_budget tests/test_quantities.py::test_time_is_linear \
	tests/test_drills.py::test_the_drill_finds_nothing_lost

check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto

schema: $(INSTALLED)
	$(BIN)/python -m pipeline.schema_export schemas/json
	$(BIN)/kommunestatus schema --format datasette > datasette.yaml

# Trains the voting models anew; a minute on two cores. The same data gives the same models on the same machine.
model: $(INSTALLED)
	$(BIN)/python -m tools.train_model

# Versions and hashes only: which index a machine asks is its own affair.
PIN := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock: $(INSTALLED)
	$(PIN) --all-extras --output-file requirements.lock pyproject.toml
	$(PIN) --output-file tools/audit/requirements.txt tools/audit/requirements.in

# Known weaknesses of what the lock pins, at a vulnerability service (SERVICE=osv asks another). Needs the network; fails when
# it could look nothing up. Its program stands in an environment of its own.
SERVICE ?= pypi
audit: $(INSTALLED) .venv-audit/.installed
	$(BIN)/python -m tools.audit .venv-audit/bin/pip-audit --service $(SERVICE)

.venv-audit/.installed: tools/audit/requirements.txt
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --require-hashes --requirement tools/audit/requirements.txt
	touch .venv-audit/.installed

# Against other tools, in an environment of its own: they never enter the project's. Ten minutes; a quiet machine.
bench: .venv-bench/.installed
	.venv-bench/bin/python -m tools.bench --out docs --date "$$(date +%F)"

.venv-bench/.installed: requirements.lock tools/bench/requirements.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --require-hashes --requirement requirements.lock
	.venv-bench/bin/python -m pip install --quiet --requirement tools/bench/requirements.txt
	touch .venv-bench/.installed

# The long proofs that nothing is lost: kills, full disks, cut connections, many starts at once.
drill: $(INSTALLED)
	$(BIN)/python -m tools.drill

# How much a wrong token in the reading of Danish would be noticed; in an environment of its own. Ten minutes; a quiet machine.
mutants: .venv-mutants/.installed
	nice -n 15 .venv-mutants/bin/python -m tools.mutate

.venv-mutants/.installed: requirements.lock tools/mutate/requirements.txt
	$(PYTHON) -m venv .venv-mutants
	echo '*' > .venv-mutants/.gitignore
	.venv-mutants/bin/python -m pip install --quiet --require-hashes --requirement requirements.lock
	.venv-mutants/bin/python -m pip install --quiet --requirement tools/mutate/requirements.txt
	touch .venv-mutants/.installed

clean:
	rm -rf $(VENV) .venv-audit .venv-bench build dist *.egg-info kommunestatus-data .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage

$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(INSTALLED)
