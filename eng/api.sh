#!/usr/bin/env bash
# Writes the public API of every package anew, into api/. What changes there is what changes for callers.
set -euo pipefail
cd "$(dirname "$0")/.."

REWRITE_API=true dotnet test tests/Amigo.Workspaces.Packages.Tests --filter "FullyQualifiedName~PublicApiTests"
git --no-pager diff --stat -- api
