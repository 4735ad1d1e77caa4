#!/usr/bin/env bash
# Writes a bill of materials (CycloneDX) for each restored package, and fails at a licence that nobody has looked at.
# Usage: eng/bills.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

output=${1:?Name the folder to write into.}
accepted='MIT|Apache-2.0|BSD-2-Clause|BSD-3-Clause'
# Microsoft's .NET library licence, under which Refit's oldest dependencies for .NET Framework are.
accepted+='|http://go.microsoft.com/fwlink/\?LinkId=329770'
# What programs for .NET Framework are compiled against; no package carries it.
not_carried=Microsoft.NETFramework.ReferenceAssemblies@1.0.3,Microsoft.NETFramework.ReferenceAssemblies.net472@1.0.3

version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
for project in src/*/*.csproj; do
    name=$(basename "$project" .csproj)
    bill=$name.$version.cdx.json
    dotnet CycloneDX "$project" --disable-package-restore --exclude-dev --exclude-filter "$not_carried" \
        --set-name "$name" --set-version "$version" --set-type Library --output-format Json --output "$output" --filename "$bill" >/dev/null

    # One line for each component, then those of which no licence is accepted.
    refused=$(tr -d '\n' <"$output/$bill" | sed 's/"bom-ref"/\n&/g' | grep '"licenses"\|"purl"' | grep '^"bom-ref": "[^"]*@' \
        | grep '"purl": "pkg:nuget' | grep -v "^\"bom-ref\": \"$name@" | grep -vE "\"(id|url)\": \"($accepted)\"" | cut -d'"' -f4 || true)
    if [ -n "$refused" ]; then
        printf '%s carries a package whose licence is not accepted without a look:\n%s\n' "$name" "$refused" >&2
        exit 1
    fi
    echo "$bill: $(grep -c '"purl"' "$output/$bill" || true) packages"
done
