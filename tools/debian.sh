# Sourced by other scripts: what the tests need from Debian, and installing it where that is allowed.
# shellcheck shell=bash

# Prints the packages that are missing on this machine, one a line.
missing_packages() {
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || echo postgresql
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
        echo chromium
    compgen -G '/usr/share/fonts/truetype/liberation2/*' >/dev/null ||
        compgen -G '/usr/share/fonts/truetype/liberation*/LiberationSerif-Regular.ttf' >/dev/null || echo fonts-liberation2
}

# install_packages NAME…: installs when we are root (or may become it without a password); otherwise returns 1.
install_packages() {
    local run=()
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
        run=(sudo -n)
    fi
    printf 'Installing from Debian: %s\n' "$*" >&2
    "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 || true
    "${run[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}
