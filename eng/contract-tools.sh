#!/usr/bin/env bash
# Makes the servers that the contract tests run against ready: WireMock (Java) and Prism (Node), as tests/contract pins them.
# Without Node or Java those tests are skipped, and this says so. With CI=true, what is missing is installed or it is a failure.
set -euo pipefail
cd "$(dirname "$0")/../tests/contract"

ci=false
[ "${CI:-}" = true ] && ci=true

missing() {
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
    command -v java >/dev/null || echo openjdk-17-jre-headless
}

give_up() {
    if $ci; then
        echo "Contract tools: $1. With CI=true this is a failure." >&2
        exit 1
    fi

    echo "Contract tools: $1. The contract tests that need them are skipped."
    exit 0
}

packages=$(missing)
if [ -n "$packages" ] && $ci && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Contract tools: installing" $packages
    apt-get update -qq || give_up "apt-get update failed"
    # shellcheck disable=SC2086 # One word per package.
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null \
        || give_up "apt-get could not install $packages"
    packages=$(missing)
fi

# Node alone is enough for Prism, so it is installed even where Java is missing.
installed=node_modules/.installed-package-lock.json
if command -v npm >/dev/null && ! cmp -s package-lock.json "$installed"; then
    npm ci --ignore-scripts --loglevel=error || give_up "npm ci failed"
    cp package-lock.json "$installed"
fi

[ -z "$packages" ] || give_up "not found:$(printf ' %s' $packages)"
echo "Contract tools: ready."
