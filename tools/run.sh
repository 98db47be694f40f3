#!/usr/bin/env bash
# Starts the product on this machine: words and style sheets ready, tables current, demo in an empty folder, then serves.
# run.sh PORT DATA HOST
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-8000} data=${2:-data} host=${3:-127.0.0.1}

.venv/bin/python tools/messages.py compile
.venv/bin/doithoai prepare --data "$data"
sign_ins=$data/tai-khoan-mau.txt
if [ -z "$(.venv/bin/doithoai list --data "$data" 2>/dev/null)" ]; then
    # Kept, so that every later start can show them too.
    .venv/bin/doithoai demo --data "$data" | tee "$sign_ins"
elif [ -f "$sign_ins" ]; then
    cat "$sign_ins"
fi
DOITHOAI_LOG=${DOITHOAI_LOG:-warning} exec .venv/bin/doithoai run --host "$host" --port "$port" --data "$data"
