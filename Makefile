# On a fresh machine `make demo` and `make test` do all the set-up themselves.

.PHONY: demo test lint bench clean venv docker browser

BIN := .venv/bin

demo: venv docker
	scripts/demo

# One test at a time: they measure CPU time and count what is left on the host.
test: venv docker browser
	$(BIN)/pytest
	scripts/verify-problems

lint: venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: venv docker
	$(BIN)/python benchmarks

venv:
	@scripts/setup-venv

docker:
	@scripts/setup-docker

browser:
	@scripts/setup-browser

# Leaves the containers' images alone: `jobcoach` keeps them for the next run.
clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests scripts problems -name __pycache__ -type d -prune -exec rm -rf {} +
