#!/usr/bin/env bash
# Measures the client beside its peers and writes docs/performance.md and docs/performance.svg. Takes about a quarter of an hour.
# Usage: eng/bench.sh [rounds]     (2 by default)
#        eng/bench.sh quick [operation] [ours]     a minute's comparison on the terminal, writing nothing
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/startup.sh

benchmarks=benchmarks/Amigo.Workspaces.Benchmarks
for project in "$benchmarks" benchmarks/Startup/Ours benchmarks/Startup/Raw src/Amigo.Workspaces.Emulator; do
    dotnet build "$project" --configuration Release
done

program="dotnet $benchmarks/bin/Release/net10.0/Amigo.Workspaces.Benchmarks.dll"
if [ "${1:-}" = quick ]; then
    exec $program "$@"
fi

$program report docs "${1:-2}"

start_emulator
startup=$(compare_startup "${STARTUP_RUNS:-40}" \
    "dotnet benchmarks/Startup/Raw/bin/Release/net10.0/Startup.Raw.dll" \
    "dotnet benchmarks/Startup/Ours/bin/Release/net10.0/Startup.Ours.dll")
echo "Start-up, framework-dependent: $startup"
sed -i "s|^\(Start-up of a program that makes one call: \).*|\1$startup.|" docs/performance.md
