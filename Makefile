# Two commands: `make run` opens the app on the Zhangye plan, `make test` runs the tests. Both set everything up first.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
VIS := interface/components/graph/assets/vis-network

.PHONY: run test check neo4j bench setup setup-dev docs clean

run: setup
	@$(BIN)/zeren load --if-missing data/*.txt
	STREAMLIT_SERVER_PORT=$(PORT) $(BIN)/python app.py

test: setup-dev
	$(BIN)/pytest -n 3 --no-loadscope-reorder

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

neo4j: setup
	$(BIN)/python scripts/neo4j_server.py

bench: setup-dev
	$(BIN)/python -m benchmarks

docs: setup-dev
	$(BIN)/python scripts/data_dictionary.py

setup: .venv/run.done $(VIS)
setup-dev: .venv/dev.done $(VIS)

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.done: .venv/bin/python requirements.txt pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/dev.done: .venv/run.done requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

$(VIS): .venv/run.done
	$(BIN)/python scripts/copy_vis_network.py $@
	@touch $@

clean:
	rm -rf .venv .zeren $(VIS)
