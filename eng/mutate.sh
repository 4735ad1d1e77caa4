#!/usr/bin/env bash
# Mutation testing: changes the client's code in many small ways and asks whether a test notices. Takes long, so it is not part of eng/test.sh.
# Usage: eng/mutate.sh [file pattern, as in **/RetryRules.cs]
# The report is artifacts/mutation/reports/mutation-report.html.
set -euo pipefail
cd "$(dirname "$0")/.."

version=5.1.0
tools=$PWD/artifacts/tools
[ -x "$tools/dotnet-stryker" ] || dotnet tool install dotnet-stryker --version "$version" --tool-path "$tools"

arguments=(--config-file "$PWD/eng/stryker-config.json" --output "$PWD/artifacts/mutation")
for pattern in "$@"; do
    arguments+=(--mutate "$pattern")
done

# Analyzers have nothing to say about mutants.
export RunAnalyzers=false
cd tests/Amigo.Workspaces.Client.Tests
exec "$tools/dotnet-stryker" "${arguments[@]}"
