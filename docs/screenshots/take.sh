#!/usr/bin/env bash
# Takes the README's screenshots of a dashboard that runs: docs/screenshots/take.sh [http://localhost:8082/]
set -euo pipefail
cd "$(dirname "$0")"
page="${1:-http://localhost:8082/}"
profile="$(mktemp -d)"
trap 'rm -rf "$profile"' EXIT

take() { # name, width, height
    "${CHROMIUM:-chromium}" --headless=new --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
        --user-data-dir="$profile" --window-size="$2,$3" --timeout=15000 --screenshot="$1.png" "$page"
}

take dashboard-1440 1440 1000
take dashboard-390 390 844
