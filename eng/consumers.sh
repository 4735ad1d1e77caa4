#!/usr/bin/env bash
# Uses the packed packages as others would, in a folder outside the repository: builds without a warning, runs against the emulator.
# Usage: eng/consumers.sh [folder with the packages]     packs them first when none is named
set -euo pipefail
cd "$(dirname "$0")/.."

# How many packages a consumer on .NET 10 restores, the client itself included. More is a decision, to be made here and in docs/dependencies.md.
console_limit=15
web_limit=2

step() { printf '\n-- %s\n' "$*"; }

work=$(mktemp -d)
emulator_pid=
trap '[ -z "$emulator_pid" ] || kill "$emulator_pid"; rm -rf "$work"' EXIT

feed=${1:-}
if [ -z "$feed" ]; then
    step "Pack"
    feed=$work/feed
    eng/pack.sh "$feed"
fi
feed=$(realpath "$feed")
dotnet build eng/Inventory --configuration Release --verbosity quiet
inventory=$PWD/eng/Inventory/bin/Release/net10.0/Inventory.dll

step "Licences"
for target in net10.0 net8.0 .NETFramework,Version=v4.7.2; do
    dotnet "$inventory" src/Amigo.Workspaces.Client/obj/project.assets.json "$target"
    dotnet "$inventory" src/Polyteia.Workspaces.Client/obj/project.assets.json "$target" >/dev/null
done
dotnet "$inventory" src/Amigo.Workspaces.Cli/obj/project.assets.json net10.0

# The packages of this machine are taken as they are; ours come from the feed, unpacked where nothing older can be.
machine_packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: *//')
cp -r eng/consumers/. "$work"
cat >"$work/nuget.config" <<END
<configuration>
  <packageSources><add key="feed" value="$feed" /></packageSources>
  <fallbackPackageFolders><add key="machine" value="$machine_packages" /></fallbackPackageFolders>
</configuration>
END
export NUGET_PACKAGES=$work/packages
PackagesVersion=$(basename "$feed"/Amigo.Workspaces.Client.[0-9]*.nupkg .nupkg)
export PackagesVersion=${PackagesVersion#Amigo.Workspaces.Client.}
cd "$work"

step "The command, installed as a tool"
dotnet tool install Amigo.Workspaces.Cli --version "$PackagesVersion" --tool-path tools --configfile nuget.config
tools/amigo-workspaces --help >help.txt
grep -q emulator help.txt
tools/amigo-workspaces emulator --seed 3 >emulator.txt &
emulator_pid=$!
until exports=$(grep -o 'export AMIGO_BASE_URL=.*' emulator.txt); do
    kill -0 "$emulator_pid"
    sleep 0.1
done
eval "$exports"
tools/amigo-workspaces list

# expect_three COMMAND…: it prints the three workspaces of the emulator.
expect_three() {
    "$@" | tee output.txt
    [ "$(grep -c ' is in ' output.txt)" -eq 3 ]
}

step "A console program on .NET 10"
export ConsumerTarget=net10.0
dotnet build console --output console10
expect_three dotnet console10/console.dll
dotnet "$inventory" console/obj/project.assets.json net10.0 "$console_limit"

step "A web application on .NET 10"
dotnet build web
dotnet "$inventory" web/obj/project.assets.json net10.0 "$web_limit"

step "A console program on .NET 8"
export ConsumerTarget=net8.0
rm -r console/obj
dotnet build console --output console8
expect_three dotnet console8/console.dll

step "A host on .NET 8 that stays at older extensions"
dotnet build host --output host9
expect_three dotnet host9/host.dll

step "A library for .NET Framework"
dotnet build standard

step "Central package management and a lock file"
dotnet restore central
dotnet restore central --locked-mode
dotnet build central --no-restore --output central10
expect_three dotnet central10/central.dll

step "A console program on .NET 8, ahead of time"
if command -v clang >/dev/null && command -v ld.lld >/dev/null && [ -e /usr/include/zlib.h ]; then
    dotnet publish console --output aot -p:PublishAot=true -p:LinkerFlavor=lld
    expect_three aot/console
else
    echo "Skipped: it needs clang, lld and zlib's headers."
    [ "${CI:-}" != true ]
fi

step "The consumers of $PackagesVersion are content."
