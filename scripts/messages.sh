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
    say "installing $*"
    apt-get -qq update || say "not all package lists could be read; going on with those that could"
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
        apt-get -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 install -y "$@" </dev/null >&2
}
