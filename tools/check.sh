#!/usr/bin/env bash
# The gate: style, types, floors, the house's own rules, migrations. Runs all of it and then says what failed.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=()

step() {
    local name=$1
    shift
    printf '— %s\n' "$name"
    "$@" || failed+=("$name")
}

bin=.venv/bin
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export DOITHOAI_DATA=$scratch DJANGO_SETTINGS_MODULE=doithoai.config.settings
step "ruff" $bin/ruff check --output-format concise .
step "ruff format" $bin/ruff format --check --output-format concise .
step "mypy" $bin/mypy
step "import floors" $bin/lint-imports --no-cache
step "reasons" $bin/python tools/reasons.py
step "templates" $bin/python tools/templates.py
step "migrations" $bin/python -W ignore -m django makemigrations --check --dry-run
step "django check" env DOITHOAI_HTTPS=1 $bin/python -W ignore -m django check --deploy --fail-level WARNING
step "house" $bin/python -m pytest --tb=short tests/house

if [ "${#failed[@]}" -gt 0 ]; then
    printf 'check: failed: %s\n' "$(IFS=,; echo "${failed[*]}")"
    exit 1
fi
echo "check: all good"
