# One line each; `make help` lists them.
SHELL := /bin/bash
.PHONY: help deps web build run check test e2e prove bench fmt

help: ## This list
	@grep -E '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

deps: ## Install what is missing: the only place that installs
	dev/deps

web: ## Build the front-end files into web/dist
	cd web && npm ci --silent && npm run --silent build

build: web ## Build the release binary
	cargo build --release -p kedang

run: deps build ## Build, then make and serve the demo company on http://127.0.0.1:8080
	target/release/kedang demo --data kedang-demo

check: web ## Format, lints, house rules
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings
	cargo run --quiet -p xtask -- check

test: deps web ## Every test on both engines, then the browser journeys
	dev/with-postgres dev/test
	$(MAKE) e2e

e2e: web ## Browser journeys at desktop size
	cargo build --quiet --profile e2e -p kedang
	cd e2e && npm ci --silent && npm test

prove: deps web ## Everything longer: phone and dark, axe, schemathesis, clients, kill -9, bench
	dev/prove

bench: web ## Every budget in one run over 100,000 customers, or SIZE=1000000
	cargo build --quiet --release -p kedang -p limit
	python3 bench/bench.py

fmt: ## Format
	cargo fmt --all
