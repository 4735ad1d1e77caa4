#!/usr/bin/env bash
# Packs every package, with its symbols, into an empty folder.
# Usage: eng/pack.sh FOLDER [--no-build]
set -euo pipefail
cd "$(dirname "$0")/.."

output=$1
shift
rm -rf "$output"
for project in src/*/*.csproj; do
    dotnet pack "$project" --configuration Release --output "$output" --verbosity quiet "$@"
done
ls "$output"
