#!/usr/bin/env bash
# Mutation testing: changes the client's code in many small ways and asks whether a test notices. Takes long, so it is not part of eng/test.sh.
# Usage: eng/mutate.sh [file pattern, as in **/RetryRules.cs]
# What is in doubt afterwards is decided again, each mutant in a process of its own; the table and what is left are in artifacts/mutation/summary.txt.
set -euo pipefail
cd "$(dirname "$0")/.."

version=5.1.0
tools=artifacts/tools
[ -x "$tools/dotnet-stryker" ] || dotnet tool install dotnet-stryker --version "$version" --tool-path "$tools"

arguments=(--config-file "$PWD/eng/stryker-config.json" --output "$PWD/artifacts/mutation")
for pattern in "$@"; do
    arguments+=(--mutate "$pattern")
done

build=tests/Mutation/bin/Release/net10.0
mutation=artifacts/mutation
rm -rf "$mutation" "$build/Amigo.Workspaces.Client.dll.stryker-unchanged"

# Stryker puts the unchanged build back when it ends, so the changed one is copied while it runs, once both are there.
keep_changed_build() {
    local client="$1/Amigo.Workspaces.Client.dll"
    until [ -s "$client" ] && [ -s "$client.stryker-unchanged" ] && ! cmp -s "$client" "$client.stryker-unchanged"; do
        sleep 1
    done
    # Until it is written whole.
    sleep 5
    mkdir -p "$2"
    cp -r "$1" "$2/tests"
}
keep_changed_build "$build" "$mutation" &
keeper=$!
trap 'kill "$keeper" 2>/dev/null || true' EXIT

# Analyzers have nothing to say about mutants.
(
    export RunAnalyzers=false
    cd tests/Mutation
    "../../$tools/dotnet-stryker" "${arguments[@]}"
)
wait "$keeper"

dotnet run --project eng/Mutants --configuration Release -- "$mutation/reports/mutation-report.json" "$mutation/tests" | tee "$mutation/summary.txt"
