#!/usr/bin/env bash
# Uses the packed packages as others would, in a folder outside the repository: builds without a warning, runs against the emulator.
# Usage: eng/consumers.sh [folder with the packages]     packs them as the README says when none is named
set -euo pipefail
cd "$(dirname "$0")/.."

# How many packages a consumer on .NET 10 restores, the client itself included. More is a decision, to be made here and in docs/dependencies.md.
console_limit=19
web_limit=6
# At least the version that the client asks for; NuGet refuses an older one (NU1605).
own_refit=16.4.0

repository=$PWD
work=$(mktemp -d)
pids=()
trap '[ ${#pids[@]} -eq 0 ] || kill "${pids[@]}"; rm -rf "$work"' EXIT

step() { printf '\n-- %s\n' "$*"; }
fail() {
    echo "$*" >&2
    exit 1
}

# readme_line BEGINNING: the README's command that begins so.
readme_line() { sed -n "s|^\\$ \\($1.*\\)|\\1|p" "$repository/README.md" | head -1; }

if [ -z "${1:-}" ]; then
    step "Pack"
    eval "$(readme_line eng/pack.sh)"
fi
feed=$(realpath "${1:-artifacts/packages}")
version=$(basename "$feed"/Amigo.Workspaces.Client.[0-9]*.nupkg .nupkg)
version=${version#Amigo.Workspaces.Client.}

# A user of his own: the sources of this machine and, by the README's line, the feed. Packages of this machine are taken as they are;
# ours are unpacked where nothing older can be.
machine_packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: *//')
dotnet build samples/PolyteiaStub --configuration Release --verbosity quiet
mkdir -p "$work/artifacts" "$work/home/.nuget/NuGet"
[ ! -e ~/.nuget/NuGet/NuGet.Config ] || cp ~/.nuget/NuGet/NuGet.Config "$work/home/.nuget/NuGet"
ln -s "$feed" "$work/artifacts/packages"
cp -r eng/consumers/. "$work"
cd "$work"
export HOME=$work/home DOTNET_CLI_HOME=$work/home NUGET_PACKAGES=$work/packages
eval "$(readme_line 'dotnet nuget add source')"
cat >nuget.config <<END
<configuration>
  <fallbackPackageFolders><add key="machine" value="$machine_packages" /></fallbackPackageFolders>
</configuration>
END

# project FILE TARGET [ITEMS] [SDK]: writes a project that refers to the client.
project() {
    cat >"$1" <<END
<Project Sdk="${4:-Microsoft.NET.Sdk}">
  <PropertyGroup>
    <TargetFramework>$2</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Amigo.Workspaces.Client" Version="$version" />
    ${3:-}
  </ItemGroup>
</Project>
END
}

# listen LOG COMMAND…: starts a service, and takes over the variables that it prints.
listen() {
    local log=$1 exports
    shift
    "$@" >"$log" &
    pids+=($!)
    until exports=$(grep -o 'export .*' "$log"); do
        kill -0 "${pids[-1]}"
        sleep 0.1
    done
    eval "$exports"
}

# expect_three COMMAND…: it prints the three workspaces of the emulator.
expect_three() {
    "$@" | tee output.txt
    [ "$(grep -c ' is in ' output.txt)" -eq 3 ]
}

# expect_at_most LIMIT FOLDER: no more packages are restored, and each is named in docs/dependencies.md.
expect_at_most() {
    dotnet list "$2" package --include-transitive | sed -n 's/^ *> \([^ ]*\).*/\1/p' | sort -u >restored.txt
    echo "$(wc -l <restored.txt) packages restored; the limit is $1."
    [ "$(wc -l <restored.txt)" -le "$1" ] || fail "More packages than docs/dependencies.md says: $(cat restored.txt)"
    while read -r package; do
        grep -q "${package#Microsoft.Extensions.}" "$repository/docs/dependencies.md" || fail "docs/dependencies.md does not name $package."
    done <restored.txt
}

# expect_clean_compiler FOLDER: what we compile with is not forced on our users: no generator, no analyzer, no build file.
expect_clean_compiler() {
    dotnet msbuild "$1" -target:Compile -getItem:Analyzer >analyzers.txt
    grep -q '"Identity"' analyzers.txt || fail "No analyzer at all was listed, so the list is not to be trusted."
    ! grep -iE '"Identity".*[/\\](refit|polysharp|meziantou[^/\\]*|microsoft\.codeanalysis\.bannedapianalyzers)[/\\]' analyzers.txt || fail "Our analyzers reach our users."
    ! grep -iE 'refit|polysharp|meziantou' "$1"/obj/*.nuget.g.props "$1"/obj/*.nuget.g.targets || fail "Our build files reach our users."
}

step "The command, installed as a tool"
dotnet tool install Amigo.Workspaces.Cli --version "$version" --tool-path tools
listen emulator.txt tools/amigo-workspaces emulator --seed 3
tools/amigo-workspaces list
listen polyteia.txt dotnet "$repository/samples/PolyteiaStub/bin/Release/net10.0/PolyteiaStub.dll"

step "The README's first program, a file without a project"
sed -n '/^#:package/,/^```/p' "$repository/README.md" | sed '/^```/,$d' >clinics.cs
mkdir first && mv clinics.cs first
(cd first && expect_three dotnet run clinics.cs)

step "A console program on .NET 10"
project console/console.csproj net10.0
dotnet build console --output console10
expect_three dotnet console10/console.dll
expect_at_most "$console_limit" console
expect_clean_compiler console

step "The emulator, installed as a tool, around a command"
dotnet tool install Amigo.Workspaces.Emulator.Tool --version "$version" --tool-path tools
expect_three tools/amigo-workspaces-emulator --quiet --seed 3 -- dotnet console10/console.dll

step "A console program on .NET 8"
rm -r console/obj
project console/console.csproj net8.0
dotnet build console --output console8
expect_three dotnet console8/console.dll
expect_clean_compiler console

step "A console program on .NET 8, ahead of time"
if command -v clang >/dev/null && command -v ld.lld >/dev/null && [ -e /usr/include/zlib.h ]; then
    dotnet publish console --output aot -p:PublishAot=true -p:LinkerFlavor=lld
    expect_three aot/console
else
    echo "Skipped: it needs clang, lld and zlib's headers."
    [ "${CI:-}" != true ]
fi

step "A web application on .NET 10"
project web/web.csproj net10.0 "" Microsoft.NET.Sdk.Web
dotnet build web
expect_at_most "$web_limit" web

step "A host on .NET 8 that stays at older extensions"
project host/host.csproj net8.0 '<PackageReference Include="Microsoft.Extensions.Hosting" Version="8.0.1" />'
dotnet build host --output host8
expect_three dotnet host8/host.dll

step "Beside a Refit of its own"
project neighbour/neighbour.csproj net10.0 '<PackageReference Include="Refit" Version="'"$own_refit"'" />'
dotnet build neighbour --output neighbour10
expect_three dotnet neighbour10/neighbour.dll

step "Central package management and a lock file"
project central/central.csproj net10.0 '<PackageReference Include="Amigo.Workspaces.Emulator" />'
sed -i 's/ Version="[^"]*"//' central/central.csproj
export PackagesVersion=$version
dotnet restore central
dotnet restore central --locked-mode
dotnet build central --no-restore --output central10
expect_three dotnet central10/central.dll

step "F# and Visual Basic"
project fsharp/fsharp.fsproj net10.0 '<Compile Include="Program.fs" />'
dotnet build fsharp --output fsharp10
expect_three dotnet fsharp10/fsharp.dll
project basic/basic.vbproj net10.0
dotnet build basic --output basic10
expect_three dotnet basic10/basic.dll

step "A program for .NET Framework"
project framework/framework.csproj net48 '<PackageReference Include="Polyteia.Workspaces.Client" Version="'"$version"'" />'
dotnet build framework --output framework48
expect_clean_compiler framework
if ! command -v mono >/dev/null && [ "${CI:-}" = true ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mono-devel >/dev/null
fi
if command -v mono >/dev/null; then
    mono framework48/framework.exe
else
    echo "Not run: it needs mono (Debian's mono-devel)."
    [ "${CI:-}" != true ]
fi

step "The code of callers of each release"
callers='<PackageReference Include="Polyteia.Workspaces.Client" Version="'"$version"'" />'
for target in net10.0 net8.0 net48; do
    # The emulator is for .NET alone.
    items=$callers'<PackageReference Include="Amigo.Workspaces.Emulator" Version="'"$version"'" />'
    [ "$target" != net48 ] || items=$callers'<Reference Include="System.Net.Http" /><Using Include="System.Net.Http" /><Compile Remove="*/EmulatorCallers.cs" />'
    project callers/callers.csproj "$target" "$items"
    # Members that are now discouraged do not break a caller.
    dotnet build callers --output "callers-$target" -p:OutputType=Library -p:TreatWarningsAsErrors=false
    rm -r callers/obj
done

step "The consumers of $version are content."
