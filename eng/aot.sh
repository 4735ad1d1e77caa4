#!/usr/bin/env bash
# Publishes a program that makes every operation ahead of time, and runs it against the emulator.
# Beside it, two programs that make one call, one with the client and one without: their sizes and start-up are printed.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/startup.sh

output=artifacts/aot
# How much the client may add to a program that makes one call, in megabytes.
size_limit=2.4

has_linker() { command -v clang >/dev/null && command -v ld.lld >/dev/null && [ -e /usr/include/zlib.h ]; }

if ! has_linker && [ "${CI:-}" = true ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq clang lld zlib1g-dev >/dev/null
fi

if ! has_linker; then
    echo "Ahead-of-time compilation needs clang, lld and zlib's headers."
    # Without them a developer's run goes on; with CI=true their absence is a failure.
    [ "${CI:-}" != true ] || exit 1
    echo "The check of it is skipped."
    exit 0
fi

# publish PROJECT FOLDER [PROPERTY…]: for both frameworks; a warning is an error.
publish() {
    for framework in net10.0 net8.0; do
        dotnet publish "$1" --configuration Release --framework "$framework" --output "$output/$framework/$2" \
            -p:LinkerFlavor=lld -p:TrimmerSingleWarn=false "${@:3}"
    done
}

rm -rf "$output"
publish tests/AotSmoke/AotSmoke.csproj smoke
publish benchmarks/Startup/Startup.csproj ours
publish benchmarks/Startup/Startup.csproj raw -p:Raw=true
dotnet build src/Amigo.Workspaces.Emulator --configuration Release

start_emulator
for framework in net10.0 net8.0; do
    echo "Ahead of time for $framework"
    "$output/$framework/smoke/AotSmoke"

    raw=$output/$framework/raw/Startup.Raw
    ours=$output/$framework/ours/Startup
    awk -v raw="$(stat -c %s "$raw")" -v ours="$(stat -c %s "$ours")" -v limit="$size_limit" 'BEGIN {
        printf "Size: raw %.2f MB, ours %.2f MB, difference %+.2f MB, the limit is %+.2f\n", raw / 1e6, ours / 1e6, (ours - raw) / 1e6, limit
        exit (ours - raw) / 1e6 > limit
    }'
    printf 'Start-up: '
    compare_startup "${STARTUP_RUNS:-40}" "$raw" "$ours"
done
