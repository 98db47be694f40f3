#!/usr/bin/env bash
# Pins every library with the hashes of all its files. Keeps download addresses out of what it writes.
set -euo pipefail
cd "$(dirname "$0")/.."
for list in base dev; do
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links "requirements/$list.in" -o "requirements/$list.txt"
done
if grep -nE 'https?://|file://' requirements/*.txt; then
    echo "lock: an address got into requirements" >&2
    exit 1
fi
