#!/usr/bin/env bash
# Fuzzes what reads bytes of strangers: the answers of both services, and the command's manifest. Takes ten minutes of one core.
# Needs afl++ (Debian: apt-get install afl++). Ends with 1 when a reader crashed or hung; the input is then in artifacts/fuzz.
# Usage: eng/fuzz.sh [seconds for each reader [reader…]]   a reader is a folder of tests/Fuzz/corpus
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-100}
readers=("${@:2}")
corpus=tests/Fuzz/corpus
[ ${#readers[@]} -gt 0 ] || mapfile -t readers < <(ls "$corpus")

tools=$PWD/artifacts/tools
[ -x "$tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$tools"

# Instrumented is a copy, so that no other build ever uses it.
out=artifacts/fuzz
rm -rf "$out"
dotnet publish tests/Fuzz --configuration Release --output "$out/bin" --verbosity quiet
for assembly in Amigo.Workspaces.Client Polyteia.Workspaces.Client Amigo.Workspaces.Cli YamlDotNet; do
    "$tools/sharpfuzz" "$out/bin/$assembly.dll"
done

# afl++ looks for its own instrumentation, for a processor at full speed, and for where the kernel leaves core dumps: none matters here.
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1

for reader in "${readers[@]}"; do
    echo "== $reader"
    afl-fuzz -i "$corpus/$reader" -o "$out/$reader" -V "$seconds" -t 5000 -m none -- \
        dotnet "$out/bin/Fuzz.dll" "$reader" >"$out/$reader.log" || { tail -20 "$out/$reader.log"; exit 1; }
    grep -E '^(execs_done|edges_found|corpus_count|stability|saved_crashes|saved_hangs) ' "$out/$reader/default/fuzzer_stats"
done

found=$(find "$out" -path '*/crashes/id*' -o -path '*/hangs/id*')
if [ -n "$found" ]; then
    printf 'Run each with: dotnet run --project tests/Fuzz -- READER < FILE\n%s\n' "$found"
    exit 1
fi

echo "No crash and no hang."
