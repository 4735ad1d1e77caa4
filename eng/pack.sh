#!/usr/bin/env bash
# Packs every package, with its symbols, into an empty folder.
# Usage: eng/pack.sh FOLDER [--no-build]
set -euo pipefail
cd "$(dirname "$0")/.."

output=$(realpath --canonicalize-missing "${1:?Name the folder to pack into.}")
shift
rm -rf "$output"
mkdir -p "$output"
[ "${1:-}" = --no-build ] || echo "Building five packages. The first time takes a minute or two."
# Analyzers change no package; eng/test.sh runs them.
dotnet pack src/Packages.slnf --configuration Release --output "$output" -p:RunAnalyzers=false --verbosity minimal "$@"
ls "$output"
