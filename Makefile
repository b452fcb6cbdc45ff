# Everything a developer does, on a machine with the Swift toolchain, make, git and apt. Each target installs what it
# lacks; what is there is left alone.
.PHONY: site build install test bench-search check format lint screenshots clean

SWIFT := swift
GUIDEPOST := .build/release/guidepost
# Warnings are errors in every build that goes through this file.
export GUIDEPOST_STRICT := 1

## The generator, and the demo site in Output/.
site: build
	$(GUIDEPOST) build

build: .build/.packages
	$(SWIFT) build --configuration release --static-swift-stdlib --product guidepost

## The command for every user of this machine; it needs libcmark and libstemmer, and no Swift.
PREFIX := /usr/local
install: build
	install -D --strip $(GUIDEPOST) $(DESTDIR)$(PREFIX)/bin/guidepost

## Pictures of every page type of the demo site, to look at, in .build/screenshots.
screenshots: site .venv/.installed
	.venv/bin/python Tests/Site/screenshots.py

## Every test.
test: .build/.packages .venv/.installed lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel
	$(MAKE) site
	.venv/bin/python -m pytest --quiet Tests/Site

## How well search finds, and what it costs, beside Pagefind; Benchmarks/search/README.md says which data it needs.
bench-search: build .venv/.installed
	.venv/bin/pip install --quiet --requirement Benchmarks/search/requirements.txt
	.venv/bin/python Benchmarks/search/run.py

## The demo's content and the format of the code.
check: build lint
	$(GUIDEPOST) check --strict

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Plugins Sources Tests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Plugins Sources Tests

clean:
	rm -rf .build .venv Output

# libcmark is the Markdown parser, libstemmer has the stems of words for search, tzdata knows the hours of the world; chromium, the web servers and the fonts are for the tests of the published site.
PACKAGES := libcmark-dev libstemmer-dev pkg-config tzdata
TEST_PACKAGES := chromium nginx-light caddy fonts-noto-core fonts-noto-cjk python3-venv

.build/.packages: Makefile
	$(call install,$(PACKAGES))
	@mkdir -p .build && touch $@

.build/.test-packages: .build/.packages
	$(call install,$(TEST_PACKAGES))
	@touch $@

.venv/.installed: Tests/requirements.txt .build/.test-packages
	python3 -m venv .venv
	.venv/bin/pip install --quiet --requirement Tests/requirements.txt
	@touch $@

# Installs the Debian packages that are not there yet. Meanwhile policy-rc.d (invoke-rc.d(8)) keeps the web servers among
# them from being started as services: the tests start their own.
define install
@missing=""; for package in $(1); do \
  dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
    || missing="$$missing $$package"; done; \
if [ -n "$$missing" ]; then \
  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; policy=/usr/sbin/policy-rc.d; \
  [ -e $$policy ] || { printf '#!/bin/sh\nexit 101\n' | $$sudo tee $$policy >/dev/null; $$sudo chmod +x $$policy; ours=1; }; \
  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
  status=$$?; [ -z "$$ours" ] || $$sudo rm -f $$policy; exit $$status; \
fi
endef
