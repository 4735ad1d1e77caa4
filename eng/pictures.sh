#!/usr/bin/env bash
# Takes the pictures of the documentation anew, from the built programs: docs/images. Needs Chromium and a font, such as Debian's
# chromium and fonts-inter, Python, and script (util-linux).
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p docs/images

# The emulator's page.
dotnet build tests/Amigo.Workspaces.Emulator.Tests --configuration Release --verbosity quiet -p:RunAnalyzers=false
PICTURE=$PWD/docs/images/emulator.png tests/Amigo.Workspaces.Emulator.Tests/bin/Release/net10.0/Amigo.Workspaces.Emulator.Tests \
    -explicit only -class Amigo.Workspaces.Emulator.Tests.PagePicture

# The command, in a terminal, with a home of its own.
dotnet build src/Amigo.Workspaces.Cli --configuration Release --verbosity quiet -p:RunAnalyzers=false
command="dotnet $PWD/src/Amigo.Workspaces.Cli/bin/Release/net10.0/Amigo.Workspaces.Cli.dll"
pictures=$PWD/eng/pictures
images=$PWD/docs/images
home=$(mktemp -d)
mkfifo "$home/settings"
env --default-signal=INT $command emulator --seed 6 >"$home/settings" &
emulator=$!
trap 'kill -INT "$emulator"; wait "$emulator"; rm -r "$home"' EXIT
eval "$(grep -m1 '^export' "$home/settings")"

# Draws what a command shows, below the line that was typed.
picture() {
    printf '$ amigo-workspaces %s\n' "$2" >"$home/shown"
    (cd "$pictures" && HOME=$home XDG_CONFIG_HOME=$home TERM=xterm-256color \
        script --quiet --return --command "stty cols 98 rows 50; exec $command $2" /dev/null </dev/null) >>"$home/shown"
    python3 "$pictures/terminal.py" <"$home/shown" >"$images/$1.svg"
}

picture cli-list "list"
picture cli-plan "apply clinics.yaml --dry-run"
