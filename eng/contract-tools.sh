#!/usr/bin/env bash
# Makes Prism ready, which validates the contract tests' requests and answers: a Node program, as tests/contract pins it.
# Without Node those tests are skipped, and this says so. With CI=true, what is missing is installed or it is a failure.
set -euo pipefail
cd "$(dirname "$0")/../tests/contract"

ci=false
[ "${CI:-}" = true ] && ci=true

give_up() {
    if $ci; then
        echo "Contract tools: $1. With CI=true this is a failure." >&2
        exit 1
    fi

    echo "Contract tools: $1. The contract tests that need Prism are skipped."
    exit 0
}

if ! command -v npm >/dev/null && $ci && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Contract tools: installing Node.js"
    apt-get update -qq || give_up "apt-get update failed"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null \
        || give_up "apt-get could not install Node.js"
fi

command -v npm >/dev/null || give_up "npm not found"

installed=node_modules/.installed-package-lock.json
if ! cmp -s package-lock.json "$installed"; then
    npm ci --ignore-scripts --loglevel=error || give_up "npm ci failed"
    cp package-lock.json "$installed"
fi

echo "Contract tools: ready."
