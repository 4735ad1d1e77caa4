#!/usr/bin/env bash
# Mutation testing: changes a client's code in many small ways and asks whether a test notices. Takes long, so it is not part of eng/test.sh.
# Usage: eng/mutate.sh Amigo|Polyteia [file pattern, as in '**/Retries/*.cs'…]   all files by default
# The report is artifacts/mutation/CLIENT/reports/mutation-report.html.
set -euo pipefail
cd "$(dirname "$0")/.."

client=${1:?Amigo or Polyteia}
version=5.1.0
tools=$PWD/artifacts/tools
[ -x "$tools/dotnet-stryker" ] || dotnet tool install dotnet-stryker --version "$version" --tool-path "$tools"

arguments=(--project "$client.Workspaces.Client.csproj" --config-file "$PWD/eng/stryker-config.json" --output "$PWD/artifacts/mutation/$client")
for pattern in "${@:2}"; do
    arguments+=(--mutate "$pattern")
done

# Analyzers have nothing to say about mutants. What the second changes stands in tests/Directory.Build.props.
export RunAnalyzers=false Mutation=true
cd "tests/$client.Workspaces.Client.Tests"
exec "$tools/dotnet-stryker" "${arguments[@]}"
