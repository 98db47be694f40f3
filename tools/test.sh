#!/usr/bin/env bash
# Runs every test: first the storage tests on a PostgreSQL of their own, then everything on SQLite.
# What Debian packages are missing is installed when that is allowed, and otherwise said in one line.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/debian.sh
source tools/debian.sh

mapfile -t missing < <(missing_packages)
if [ "${#missing[@]}" -gt 0 ] && ! install_packages "${missing[@]}"; then
    mapfile -t missing < <(missing_packages)
    echo "Not on this machine and not installable without rights: ${missing[*]} — the tests that need them are skipped."
fi

# Three on two cores: a browser waits half of its time. Whoever is done takes over what waits at the others.
workers=${WORKERS:-3}
storage=(tests/base tests/stages tests/journeys)
if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; then
    echo "Storage tests on PostgreSQL:"
    DOITHOAI_TEST_DATABASE=postgresql .venv/bin/python -m pytest -n "$workers" --dist worksteal -m "not browser" "${storage[@]}"
else
    echo "PostgreSQL is not here: storage tests run on SQLite alone."
fi
echo "All tests, on SQLite:"
DOITHOAI_TEST_DATABASE=sqlite .venv/bin/python -m pytest -n "$workers" --dist worksteal -rs
