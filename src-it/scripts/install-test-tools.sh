#!/bin/sh
# Makes sure that the programs which the integration tests drive are there, and installs openid-client for them:
#
#   src-it/scripts/install-test-tools.sh DIRECTORY
#
# DIRECTORY is where npm's packages and the log of this script go. Missing programs come from Debian's packages where
# this user may install them (root, or sudo without a password); elsewhere one line says what to install. No service
# is set up or started: Apache is taken without the package that makes it one, and slapd's package is only unpacked, into
# DIRECTORY/slapd. Quick when everything is there.
set -eu

mkdir -p "${1:?usage: install-test-tools.sh DIRECTORY}"
target=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
npm_source=$here/../src/test/resources/clients/openid-client
npm_target=$target/openid-client
log=$target/install-test-tools.log
PATH=$PATH:/usr/sbin:/sbin
export DEBIAN_FRONTEND=noninteractive

mkdir -p "$npm_target"
: >"$log"

fail() {
    echo "install-test-tools: $*" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

missing_packages() {
    has chromium || echo chromium fonts-liberation
    has apache2 || echo apache2-bin
    [ -f /usr/lib/apache2/modules/mod_auth_openidc.so ] || echo libapache2-mod-auth-openidc
    has node || echo nodejs
    has npm || echo npm
}

# Debian's own, or the one this script unpacked.
has_slapd() {
    [ -x /usr/sbin/slapd ] || [ -x "$target/slapd/usr/sbin/slapd" ]
}

# The package's own scripts would set up a directory and start it. So it is unpacked, and only what it links to is installed.
unpack_slapd() {
    has_slapd && return 0
    may_install || fail "please install: slapd (Debian's name; this user may not install it here, and it need not be started)"
    echo "install-test-tools: unpacking slapd"
    rm -rf "$target/slapd" "$target/slapd-package"
    mkdir -p "$target/slapd" "$target/slapd-package"
    chmod 755 "$target/slapd-package"
    apt update || true
    if ! (cd "$target/slapd-package" && apt-get -q -o Acquire::Retries=3 download slapd >>"$log" 2>&1 </dev/null); then
        fail "could not download slapd; see $log"
    fi
    libraries=$(dpkg-deb -f "$target"/slapd-package/slapd_*.deb Depends | tr ',' '\n' \
        | sed -e 's/|.*//' -e 's/(.*//' -e 's/:any//' -e 's/ //g' | grep '^lib' | tr '\n' ' ')
    # shellcheck disable=SC2086 # one word per package
    apt install --no-install-recommends $libraries || fail "could not install $libraries; see $log"
    dpkg-deb -x "$target"/slapd-package/slapd_*.deb "$target/slapd" || fail "could not unpack slapd"
    # Its own library, to a directory that is named alike on every machine.
    mv "$target"/slapd/usr/lib/*/libslapi* "$target/slapd/usr/lib/"
    rm -rf "$target/slapd-package"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n -E "$@"
    fi
}

may_install() {
    has apt-get && as_root true 2>/dev/null
}

# The first refresh may find a mirror busy; apt's own lock is waited for, since a test machine often upgrades itself.
apt() {
    as_root apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >>"$log" 2>&1 </dev/null
}

install_packages() {
    packages=$(missing_packages | tr '\n' ' ')
    [ -n "$packages" ] || return 0
    may_install || fail "please install: $packages(Debian's names; this user may not install them here)"
    echo "install-test-tools: installing $packages"
    # shellcheck disable=SC2086 # one word per package
    if ! { apt update && apt install --no-install-recommends $packages; }; then
        fail "could not install $packages; see $log"
    fi
    packages=$(missing_packages | tr '\n' ' ')
    [ -z "$packages" ] || fail "please install by hand: $packages(the packages of this system did not bring them)"
}

install_npm_packages() {
    for file in package.json package-lock.json relying-party.mjs steps.mjs; do
        cmp -s "$npm_source/$file" "$npm_target/$file" || cp "$npm_source/$file" "$npm_target/$file"
    done
    cmp -s "$npm_source/package-lock.json" "$npm_target/node_modules/.installed-lock" && return 0
    if ! (cd "$npm_target" && npm ci --ignore-scripts --no-audit --no-fund >>"$log" 2>&1 </dev/null); then
        fail "npm ci failed; see $log"
    fi
    cp "$npm_source/package-lock.json" "$npm_target/node_modules/.installed-lock"
}

install_packages
unpack_slapd
install_npm_packages
