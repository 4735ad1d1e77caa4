#!/usr/bin/env bash
# Builds and tests everything. Ends with a line "N passed, N failed".
# Needs the .NET SDK that global.json names; with CI=true it installs what else it needs (eng/contract-tools.sh, eng/browser.sh, eng/aot.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

# The share of the clients' lines that tests must reach, in percent.
coverage_floor=95

results=artifacts/tests
rm -rf "$results"
mkdir -p "$results"

if [ "${CI:-}" = true ]; then
    # One compiler for all projects, also where it is off: dozens of cold ones take twice as long. It ends with this script.
    export UseSharedCompilation=true
    trap 'dotnet build-server shutdown --vbcscompiler >/dev/null' EXIT
fi

step() { printf '\n== %s\n' "$*"; }

step "Restore"
dotnet tool restore
dotnet restore

step "Build, warnings as errors"
dotnet build --configuration Release --no-restore

step "Check formatting"
dotnet csharpier check .

step "Prepare the contract tools and the browser"
eng/contract-tools.sh
eng/browser.sh

# Every project is run, also when an earlier one fails, so that one run shows all that is wrong.
failed_projects=()
for project in tests/*.Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    step "Test $name"
    # Only of the clients' own tests: commands that end at once would fight for the file that counts, and end with 134.
    collect=()
    [[ "$name" != *.Client.Tests ]] || collect=(--settings eng/coverage.runsettings --collect "XPlat Code Coverage")
    dotnet test "$project" --configuration Release --no-build "${collect[@]}" \
        --logger "trx;LogFileName=$name.trx" --results-directory "$results/$name" || failed_projects+=("$name")
done

step "Publish and run ahead of time"
eng/aot.sh || failed_projects+=("eng/aot.sh")

step "Pack, and use the packages as others would"
eng/pack.sh artifacts/packages --no-build && eng/consumers.sh artifacts/packages || failed_projects+=("eng/consumers.sh")

step "Bills of materials, and licences"
eng/bills.sh artifacts/bills || failed_projects+=("eng/bills.sh")

step "Check coverage"
dotnet reportgenerator "-reports:$results/*/*/coverage.cobertura.xml" "-targetdir:$results/coverage" \
    -reporttypes:TextSummary "-assemblyfilters:+Amigo.Workspaces.Client;+Polyteia.Workspaces.Client" -verbosity:Warning
coverage=$(sed -n 's/^ *Line coverage: \([0-9.]*\)%.*/\1/p' "$results/coverage/Summary.txt")
echo "The tests reach $coverage % of the clients' lines; the floor is $coverage_floor %."
if ! awk -v have="$coverage" -v floor="$coverage_floor" 'BEGIN { exit !(have != "" && have >= floor) }'; then
    failed_projects+=("coverage below the floor")
fi

# A result file's counters: <Counters total="…" executed="…" passed="…" failed="…" … />
count() {
    sed -n "s/.*<Counters .* $1=\"\([0-9]*\)\".*/\1/p" "$results"/*/*.trx | awk '{ sum += $1 } END { print sum + 0 }'
}

passed=$(count passed)
failed=$(count failed)
echo
if [ ${#failed_projects[@]} -gt 0 ]; then
    printf 'Failed: %s\n' "${failed_projects[@]}"
    # A failure outside the tests must not read as none.
    [ "$failed" -gt 0 ] || failed=${#failed_projects[@]}
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
