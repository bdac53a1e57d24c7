# shellcheck shell=bash
# How the set-up scripts speak: sourced by them, with $0 still their own name.

say() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# fail WHAT MEND: the environment lacks something and only the user can mend it.
fail() {
    say "$1"
    printf '    %s\n' "$2" >&2
    exit 3
}

is_root() {
    [ "$(id -u)" -eq 0 ]
}

# Debian, Ubuntu and their kin.
has_apt() {
    command -v apt-get >/dev/null
}

# apt_install PACKAGE...: as root only. The package lists of a fresh machine are empty or old.
apt_install() {
    local log code=0
    log=$(mktemp)
    say "installing $*"
    export DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1
    # Lists that could not be read show up below, if they matter.
    apt-get -qq update >"$log" 2>&1 </dev/null || true
    apt-get -qq -o DPkg::Lock::Timeout=120 install -y "$@" >>"$log" 2>&1 </dev/null || code=$?
    [ "$code" -eq 0 ] || tail -n 15 "$log" >&2
    rm -f "$log"
    return "$code"
}
