#!/usr/bin/env bash
# Makes Chromium ready, in which a test opens the emulator's page. Without it that test is skipped.
# With CI=true it is installed when it is missing, or it is a failure.
set -euo pipefail

command -v chromium >/dev/null && exit 0
if [ "${CI:-}" != true ]; then
    echo "Browser: Chromium is not installed. The test that opens the emulator's page is skipped."
    exit 0
fi

echo "Browser: installing Chromium"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
