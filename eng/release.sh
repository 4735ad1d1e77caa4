#!/usr/bin/env bash
# Makes what a release consists of, in artifacts/release: the packages, their symbols, a bill of materials for each, and checksums.
# Publishes nothing. Needs a clean work tree, and a section of CHANGELOG.md for the version in Directory.Build.props.
set -euo pipefail
cd "$(dirname "$0")/.."
# Locked restore, and paths in the symbols that are the same everywhere.
export CI=true

output=artifacts/release

step() { printf '\n== %s\n' "$*"; }
fail() {
    echo "$*" >&2
    exit 1
}

version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
step "Version $version"
[[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "Directory.Build.props has no version that NuGet understands: '$version'."
[ -z "$(git status --porcelain)" ] || fail "The work tree is not clean: what is released must be what is committed."

# The newest section is the one that the packages carry as their release notes.
newest=$(grep -m 1 '^## \[' CHANGELOG.md)
[[ "$newest" =~ ^"## [$version] - "[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] \
    || fail "The newest section of CHANGELOG.md is '$newest'. It has to be '## [$version] - YYYY-MM-DD'."
[ -d "eng/consumers/callers/$version" ] || fail "eng/consumers/callers/$version is missing: the code of callers of this release, which must compile for ever."

step "Pack"
dotnet tool restore
eng/pack.sh "$output"

step "Use the packages as others would"
eng/consumers.sh "$output"

step "Bills of materials"
eng/bills.sh "$output"

step "Checksums"
(cd "$output" && sha256sum -- *.nupkg *.snupkg *.cdx.json | tee SHA256SUMS)

step "$output holds the release of $version. Nothing was published."
