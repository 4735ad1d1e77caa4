#!/usr/bin/env bash
# Builds a site of the guides and the API reference into artifacts/site/html, checks its links, and opens it in a headless browser.
# A warning of docfx is a failure, and so is a link that leads nowhere. Look at it with: artifacts/docfx/docfx serve artifacts/site/html
set -euo pipefail
cd "$(dirname "$0")/.."

version=2.81.0
docfx=artifacts/docfx/docfx
site=artifacts/site
port=5081

step() { printf '\n== %s\n' "$*"; }
fail() {
    echo "$*" >&2
    exit 1
}

[ "$("$docfx" --version 2>/dev/null | cut -d+ -f1)" = "$version" ] || dotnet tool update docfx --version "$version" --tool-path artifacts/docfx

step "Assemblies with their XML"
rm -rf "$site"
for project in Amigo.Workspaces.Client Amigo.Workspaces.Emulator Polyteia.Workspaces.Client; do
    framework=$(sed -n 's|.*<TargetFrameworks\?>\([^;<]*\).*|\1|p' "src/$project/$project.csproj")
    dotnet build "src/$project" --configuration Release --framework "${framework:-net10.0}" --verbosity quiet \
        -p:RunAnalyzers=false -p:CopyLocalLockFileAssemblies=true --output "$PWD/$site/assemblies/$project"
done

step "Pages"
# Sources too: pages for contributors link to them.
git ls-files -z --cached --others --exclude-standard \
    '*.md' '*.svg' '*.png' '*.json' '*.cs' '*.props' LICENSE ':!benchmarks' ':!eng' ':!tests/*.cs' \
    | xargs -0 cp --parents --target-directory "$site"
cp eng/site/* "$site"
# A folder shows its files on the code host; here it needs a page.
for page in "$site"/docs/decisions/*.md; do
    printf -- '- [%s](%s)\n' "$(sed -n 's/^# //p' "$page" | head -1)" "$(basename "$page")"
done | sed '1i # Decisions\n' >"$site/docs/decisions/index.md"
find "$site" -name '*.md' -exec sed -i 's#\(decisions/\))#\1index.md)#' {} +

step "Site"
"$docfx" metadata "$site/docfx.json" --warningsAsErrors
"$docfx" build "$site/docfx.json" --warningsAsErrors

step "Links"
broken=0
while read -r page; do
    # The paths that this page links to, without what leads out of the site.
    while read -r link; do
        [ -e "$(dirname "$page")/$link" ] || { echo "$page: $link"; broken=1; }
    done < <(grep -oE '(href|src)="[^"#:?]+["#?]' "$page" | sed 's/.*="//; s/.$//' | sort -u)
done < <(find "$site/html" -name '*.html')
[ "$broken" -eq 0 ] || fail "Links above lead nowhere."

step "In a browser"
if ! command -v chromium >/dev/null; then
    echo "Skipped: it needs chromium."
    exit 0
fi
"$docfx" serve "$site/html" --port "$port" >/dev/null &
trap 'kill $!' EXIT
# expect PAGE TEXT: the page, with its scripts run, shows the text.
expect() {
    chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=10000 --dump-dom "http://localhost:$port/$1" >"$site/page.html" 2>/dev/null
    grep -o '<title>[^<]*' "$site/page.html" | sed 's/<title>//'
    grep -q "$2" "$site/page.html" || fail "$1 does not show '$2'."
}
until curl --silent --fail --output /dev/null "http://localhost:$port/"; do
    kill -0 $! || fail "The site is not served."
    sleep 0.2
done
expect index.html 'write a first program'
expect docs/retries.html '<svg id="mermaid' # the picture, drawn
expect reference/Amigo.Workspaces.Client.IWorkspacesClient.html 'EnsureCreatedAsync'
