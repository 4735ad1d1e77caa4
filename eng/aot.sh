#!/usr/bin/env bash
# Publishes a program that makes every operation ahead of time, and runs it against the emulator.
# Beside it, two programs that make one call, one with the client and one without: their sizes and start-up are printed.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/startup.sh

output=artifacts/aot

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

publish() {
    dotnet publish "$1" --configuration Release --framework net8.0 --output "$output/$2" \
        -p:LinkerFlavor=lld -p:TrimmerSingleWarn=false
}

rm -rf "$output"
publish tests/AotSmoke/AotSmoke.csproj smoke
publish benchmarks/Startup/Ours/Startup.Ours.csproj ours
publish benchmarks/Startup/Raw/Startup.Raw.csproj raw
dotnet build src/Amigo.Workspaces.Emulator --configuration Release

start_emulator
"$output/smoke/AotSmoke"

size_of() { stat -c %s "$output/$1"; }
awk -v raw="$(size_of raw/Startup.Raw)" -v ours="$(size_of ours/Startup.Ours)" 'BEGIN {
    printf "Size ahead of time: raw %.2f MB, ours %.2f MB, difference %+.2f MB\n", raw / 1e6, ours / 1e6, (ours - raw) / 1e6
}'
printf 'Start-up ahead of time: '
compare_startup "${STARTUP_RUNS:-40}" "$output/raw/Startup.Raw" "$output/ours/Startup.Ours"
