# Checks the requirements of the machine; sourced by zizhi.

# PostgreSQL's programs exist for Linux with glibc on two processor architectures.
require_platform() {
    local system processor
    system="$(uname -s)"
    processor="$(uname -m)"
    if [[ "$system" != Linux || ! "$processor" =~ ^(x86_64|amd64|aarch64|arm64)$ ]]; then
        die "Zizhi runs on Linux with glibc, on x86-64 or arm64; this is $system on $processor." \
            "Use a virtual machine or a container with Debian, Ubuntu or Fedora."
    fi
    if ! has_glibc; then
        die "Zizhi runs on Linux with glibc; this system has another C library, such as musl on Alpine." \
            "Use a container with Debian, Ubuntu or Fedora."
    fi
}

has_glibc() {
    getconf GNU_LIBC_VERSION >/dev/null 2>&1 || [[ "$(ldd --version 2>&1)" =~ (GNU|GLIBC) ]]
}

# For commands that build: installs missing requirements before the build.
ensure_machine() {
    ensure_jdk
    ensure_fonts
}

# Exits unless folder $1 has $2 MB free for $3.
require_space() {
    local folder="$1" free=""
    while [[ ! -d "$folder" ]]; do
        folder="$(dirname "$folder")"
    done
    { read -r _ && read -r _ _ _ free _; } < <(df -Pk "$folder") || true
    if [[ "$free" =~ ^[0-9]+$ ]] && ((free / 1024 < $2)); then
        die "The disk is nearly full: $((free / 1024)) MB are free at $folder, but $3 needs about $2 MB." \
            "Free some space there, then try again."
    fi
}

# Exits unless the state folder is writable, because nothing can start without it.
require_state() {
    if ! mkdir -p "$STATE/logs" 2>/dev/null || [[ ! -w "$STATE" || ! -w "$STATE/logs" ]]; then
        die "The state folder $STATE cannot be written by $(id -un)." \
            "Change its owner, or use another folder: ZIZHI_STATE=/path/to/folder ./zizhi up"
    fi
}
