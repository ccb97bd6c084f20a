# What can be typed here; `make` alone lists it. Needs Rust (rustup), Node 20.19 or newer and a C compiler.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

PORT := 8080
# Of `kill -9` for each database in `make faults`.
ROUNDS := 200
DATA := data
# Lock files are law: nothing is built from versions that were not committed.
BUP := cargo run --locked --quiet --bin bup --
WEB_SOURCES := $(shell find web -type d \( -name node_modules -o -name dist \) -prune -o -type f -print)
WEB_READY := web/node_modules/.package-lock.json
E2E_READY := tests/e2e/node_modules/.package-lock.json
# The example client for integrators: its types are made from openapi/bup.v1.json whenever it is built.
CLIENT_READY := openapi/example-client/node_modules/.package-lock.json

.PHONY: help run demo deb check test test-web test-rust faults test-openapi test-fuzz test-e2e test-deploy try-nginx bench bench-full province fuzz audit sbom openapi clean

help:
	@echo "Búp Trên Cành: make run, then open http://127.0.0.1:$(PORT)"; echo
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: web/dist/index.html ## Build all and start with the demo ward (PORT=8080, data in DATA=data)
	cargo build --locked --release --bin bup
	cargo run --locked --quiet --release --bin bup -- serve --demo --port $(PORT) --data-dir $(DATA) --web-dir web/dist

demo: ## Fill an empty database with the demo ward, without starting the server
	$(BUP) demo --data-dir $(DATA)

# To try the package with another program: make deb DEB_BINARY=target/debug/bup DEB_VERSION=0.0.1
DEB_BINARY := target/release/bup
DEB_VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)

deb: web/dist/index.html ## A Debian package in dist/ (program, frontend, service); needs dpkg-deb
	$(if $(filter target/release/bup,$(DEB_BINARY)),cargo build --locked --release --bin bup)
	deploy/deb/build $(DEB_BINARY) web/dist $(DEB_VERSION) dist

check: $(WEB_READY) $(E2E_READY) $(CLIENT_READY) ## Quick: formatting, clippy, types, lint; no tests
	cargo fmt --all -- --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cd web && npm run --silent lint && npm run --silent types && npm run --silent format:check
	cd tests/e2e && npm run --silent types && ../../web/node_modules/.bin/prettier --check \
	  --config ../../web/.prettierrc.json --ignore-path ../../.gitignore --log-level warn .
	cd openapi/example-client && npm run --silent build && ../../web/node_modules/.bin/prettier --check \
	  --config ../../web/.prettierrc.json --ignore-path .gitignore --ignore-path ../../.gitignore --log-level warn .
	web/node_modules/.bin/prettier --check --config web/.prettierrc.json --log-level warn 'scripts/*.mjs'
	scripts/lint-shell
	node scripts/supply-chain.mjs check
	node --test scripts/supply-chain.test.mjs

test: ## Everything, as the CI does: check, unit, API on both databases, browser (cold: under an hour on 2 cores)
	scripts/install-test-tools
	$(MAKE) check test-web test-rust test-openapi test-fuzz test-e2e test-deploy

test-web: $(WEB_READY) ## The frontend: lint, types, unit tests, build, size budget
	cd web && npm run check

test-rust: ## Rust, the API's tests on SQLite and on a PostgreSQL of their own
	# Hundreds of servers in one process: with an arena for every thread glibc keeps gigabytes that nobody uses.
	MALLOC_ARENA_MAX=2 scripts/with-postgres cargo test --locked --workspace

faults: ## Kill, fill, cut, slow and stop the real program for half an hour (docs/faults.md); ROUNDS=4 for two minutes
	cargo build --locked --bin bup
	BUP_FAULT_ROUNDS=$(ROUNDS) scripts/with-postgres cargo test --locked -p bup-tests --test faults -- --nocapture

test-openapi: $(WEB_READY) ## openapi/ and the web client's types are what the code says, and earlier clients go on working
	$(BUP) openapi | diff -u openapi/bup.v1.json - || { echo "openapi/bup.v1.json is old: make openapi" >&2; exit 1; }
	cd web && npm run --silent api:check
	node --test scripts/openapi-compatible.test.mjs
	node scripts/openapi-compatible.mjs openapi/released/bup.v1.json openapi/bup.v1.json openapi/released/allowed.json

test-fuzz: ## Every operation with what schemathesis makes up from the document, as every role, on both databases
	cargo build --locked --bin bup
	scripts/fuzz-api --seed 20240603 --effort 2,1,1

test-e2e: web/dist/index.html $(E2E_READY) $(CLIENT_READY) ## Journeys in a real browser, phone and desktop
	cargo build --locked --bin bup
	cd tests/e2e && E2E_BUP="$${CARGO_TARGET_DIR:-$(CURDIR)/target}/debug/bup" npm test

test-deploy: web/dist/index.html ## README's restore, word for word, on both databases
	cargo build --locked --bin bup
	scripts/with-postgres scripts/try-restore "$${CARGO_TARGET_DIR:-target}/debug/bup"

try-nginx: ## deploy/nginx.conf in front of the program; needs nginx, which nobody's tests should start on port 80
	cargo build --locked --bin bup
	scripts/try-nginx "$${CARGO_TARGET_DIR:-target}/debug/bup"

bench: ## The table of speed and size, beside bare loops, on both databases (target/bench/speed.md)
	cargo build --locked --release --bin bup --bin bup-bench
	BUP_POSTGRES_IN=/tmp scripts/with-postgres "$${CARGO_TARGET_DIR:-$(CURDIR)/target}/release/bup-bench"

bench-full: ## The same with a million children: in 100 wards, and in one
	BUP_BENCH_CHILDREN=10000,200000,1000000 BUP_BENCH_WARDS=99 $(MAKE) bench

fuzz: ## Hostile input for FUZZ_MINUTES (30): the API on both databases, then the readers; FUZZ_SEED repeats
	cargo build --locked --bin bup
	scripts/fuzz-api --seconds $$(( $${FUZZ_MINUTES:-30} * 20 ))
	scripts/fuzz-readers $$(( $${FUZZ_MINUTES:-30} * 20 / 13 ))

audit: ## Advisories, yanked versions and the age of what we build on; exit code 2 where something could not be asked
	node scripts/supply-chain.mjs audit

sbom: $(WEB_READY) ## What the binary and the web bundle hold (CycloneDX) and the licences of it, into target/sbom
	node scripts/sbom.mjs

province: ## 166 wards, a million children, eight in the morning: what gives way first (half an hour; docs/performance.md)
	cargo build --locked --release --bin bup
	BUP="$${CARGO_TARGET_DIR:-$(CURDIR)/target}/release/bup" scripts/province

openapi: $(WEB_READY) ## Write openapi/bup.v1.json and the web client's types anew
	mkdir -p openapi
	$(BUP) openapi > openapi/bup.v1.json.new
	mv openapi/bup.v1.json.new openapi/bup.v1.json
	cd web && npm run --silent api

clean: ## Remove what was built; data/ stays
	cargo clean
	rm -rf dist web/dist web/node_modules tests/e2e/{node_modules,test-results,playwright-report} \
	  openapi/example-client/{node_modules,dist,generated,out}

web/dist/index.html: $(WEB_READY) $(WEB_SOURCES)
	cd web && npx vite build

%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && npm ci
	touch $@
