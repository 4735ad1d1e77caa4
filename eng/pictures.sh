#!/usr/bin/env bash
# Takes the pictures of the documentation anew, from the built programs: docs/images. Needs Chromium and a font, such as Debian's
# chromium and fonts-inter.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p docs/images

# The emulator's page.
dotnet build tests/Amigo.Workspaces.Emulator.Tests --configuration Release --verbosity quiet -p:RunAnalyzers=false
PICTURE=$PWD/docs/images/emulator.png tests/Amigo.Workspaces.Emulator.Tests/bin/Release/net10.0/Amigo.Workspaces.Emulator.Tests \
    -explicit only -class Amigo.Workspaces.Emulator.Tests.PagePicture
