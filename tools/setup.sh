#!/usr/bin/env bash
# Builds .venv with the product and its development tools, from the hashed lists in requirements/.
# Needs only a Python of 3.11 or newer; asks Debian for its venv module when that is missing and may be installed.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    say "Python 3.11 or newer is needed and was not found (set PYTHON=/path/to/python)."
    exit 1
}

make_venv() {
    local python=$1
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -m venv "$2"
        return
    fi
    # Debian ships Python without its venv module.
    # shellcheck source=tools/debian.sh
    source tools/debian.sh
    if ! install_packages python3-venv; then
        say "Python's venv module is missing: install the package python3-venv and run this again."
        exit 1
    fi
    "$python" -m venv "$2"
}

python=$(find_python)
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    make_venv "$python" .venv
fi
say "Installing the product's libraries and tools into .venv …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt

# The product runs from this checkout: a path entry and a command, nothing to build.
here=$PWD
site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
printf '%s\n' "$here" >"$site/doithoai.pth"
printf '#!%s\nimport sys\nfrom doithoai.config.command import main\nsys.exit(main())\n' \
    "$here/.venv/bin/python" >.venv/bin/doithoai
chmod +x .venv/bin/doithoai
.venv/bin/python -m compileall -q doithoai
touch .venv/ready
