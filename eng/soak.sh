#!/usr/bin/env bash
# Runs many mixed operations with faults against the emulator, and prints what they cost as a table. Takes some minutes.
# Usage: eng/soak.sh [operations]
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet run --project benchmarks/Amigo.Workspaces.Benchmarks --configuration Release -- soak "${1:-200000}"
