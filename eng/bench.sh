#!/usr/bin/env bash
# Compares the client with its peers and fills the figures of docs/performance.md and docs/performance.svg. Takes about ten minutes.
# Usage: eng/bench.sh                     everything
#        eng/bench.sh quick [case…]       half a minute's comparison with the tuned raw client; writes nothing
#        eng/bench.sh bdn [option…]       the cases in BenchmarkDotNet, for instance: bdn --filter '*'
#        eng/bench.sh kiota               generates Kiota's client anew from openapi.json
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/startup.sh

benchmarks=benchmarks/Amigo.Workspaces.Benchmarks

if [ "${1:-}" = kiota ]; then
    tools=$(mktemp -d)
    trap 'rm -r "$tools"' EXIT
    dotnet tool install Microsoft.OpenApi.Kiota --version 1.38.0 --tool-path "$tools"
    generated=$benchmarks/Clients/Kiota/Generated
    KIOTA_OFFLINE_ENABLED=true KIOTA_TUTORIAL_ENABLED=false "$tools/kiota" generate --openapi openapi.json --language CSharp \
        --class-name KiotaWorkspacesClient --namespace-name Amigo.Workspaces.Benchmarks.Clients.Kiota.Generated \
        --output "$generated" --exclude-backward-compatible --clean-output
    rm -f "$generated/.kiota.log"
    exit
fi

dotnet build "$benchmarks" --configuration Release --verbosity quiet
run() { dotnet "$benchmarks/bin/Release/net10.0/Amigo.Workspaces.Benchmarks.dll" "$@"; }

case "${1:-}" in
    quick | bdn)
        run "$@"
        exit
        ;;
esac

dotnet build src/Amigo.Workspaces.Emulator --configuration Release --verbosity quiet
published=artifacts/startup
for raw in true false; do
    for ready in true false; do
        dotnet publish benchmarks/Startup --configuration Release --framework net10.0 --output "$published/$raw/$ready" --verbosity quiet \
            -p:PublishAot=false -p:PublishReadyToRun=$ready -p:Raw=$raw
    done
done

run report docs

start_emulator
runs=${STARTUP_RUNS:-40}
startup="- Compiled as it runs: $(compare_startup "$runs" "$published/true/false/Startup.Raw" "$published/false/false/Startup")
- Published with \`PublishReadyToRun\`: $(compare_startup "$runs" "$published/true/true/Startup.Raw" "$published/false/true/Startup")"
echo "$startup"
run fill docs/performance.md startup "$startup"

if ahead=$(eng/aot.sh | grep -E '^(Ahead of time for|Size|Start-up)'); then
    run fill docs/performance.md ahead-of-time "$(sed -e 's/^Ahead/- Ahead/; s/^[SZ]/  - &/' <<<"$ahead")"
fi
