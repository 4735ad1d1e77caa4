#!/usr/bin/env bash
# Measures the client beside its peers and writes docs/performance.md and docs/performance.svg. Takes about a quarter of an hour.
# Usage: eng/bench.sh [rounds]     (2 by default)
#        eng/bench.sh quick [operation] [ours]     a minute's comparison on the terminal, writing nothing
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/startup.sh

benchmarks=benchmarks/Amigo.Workspaces.Benchmarks
for project in "$benchmarks" src/Amigo.Workspaces.Emulator; do
    dotnet build "$project" --configuration Release
done
for raw in true false; do
    dotnet build benchmarks/Startup --configuration Release -p:Raw=$raw
done

program="dotnet $benchmarks/bin/Release/net10.0/Amigo.Workspaces.Benchmarks.dll"
if [ "${1:-}" = quick ]; then
    exec $program "$@"
fi

$program report docs "${1:-2}"

start_emulator
# write_startup LINE RAW OURS: compares two programs, and writes the figures behind the words that the line of the page begins with.
write_startup() {
    local figures
    figures=$(compare_startup "${STARTUP_RUNS:-40}" "$2" "$3")
    echo "$1: $figures"
    sed -i "s|^\($1: \).*|\1$figures.|" docs/performance.md
}

write_startup "Start-up of a program that makes one call" \
    "dotnet benchmarks/Startup/bin/Release/net10.0/Startup.Raw.dll" \
    "dotnet benchmarks/Startup/bin/Release/net10.0/Startup.dll"

for raw in true false; do
    dotnet publish benchmarks/Startup --configuration Release --framework net10.0 --output "artifacts/startup/$raw" \
        -p:PublishReadyToRun=true -p:Raw=$raw
done
write_startup "The same, published with \`PublishReadyToRun\`" "artifacts/startup/true/Startup.Raw" "artifacts/startup/false/Startup"
