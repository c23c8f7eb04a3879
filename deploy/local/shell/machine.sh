# What a machine must have; read by zizhi.

# PostgreSQL's programs are for Linux with glibc, on two processors.
require_platform() {
    local system processor
    system="$(uname -s)"
    processor="$(uname -m)"
    if [[ "$system" != Linux || ! "$processor" =~ ^(x86_64|amd64|aarch64|arm64)$ ]]; then
        die "Zizhi runs on Linux with glibc, on x86-64 or arm64; this is $system on $processor." \
            "A virtual machine or a container with Debian, Ubuntu or Fedora will do."
    fi
    if ! has_glibc; then
        die "Zizhi runs on Linux with glibc; the C library of this system is another, such as musl on Alpine." \
            "A container with Debian, Ubuntu or Fedora will do."
    fi
}

has_glibc() {
    getconf GNU_LIBC_VERSION >/dev/null 2>&1 || [[ "$(ldd --version 2>&1)" =~ (GNU|GLIBC) ]]
}

# For commands that build: all that a bare machine may lack, before anything is built.
ensure_machine() {
    ensure_jdk
    ensure_fonts
}

# Ends unless folder $1 has $2 MB free for $3.
require_space() {
    local folder="$1" free=""
    while [[ ! -d "$folder" ]]; do
        folder="$(dirname "$folder")"
    done
    { read -r _ && read -r _ _ _ free _; } < <(df -Pk "$folder") || true
    if [[ "$free" =~ ^[0-9]+$ ]] && ((free / 1024 < $2)); then
        die "The disk is nearly full: $((free / 1024)) MB are free at $folder, and $3 needs about $2 MB." \
            "Make room there, and try again."
    fi
}

# The state folder can be made and written, or nothing could be started.
require_state() {
    if ! mkdir -p "$STATE/logs" 2>/dev/null || [[ ! -w "$STATE" || ! -w "$STATE/logs" ]]; then
        die "The state folder $STATE cannot be written by $(id -un)." \
            "Make it yours, or name another folder: ZIZHI_STATE=/path/to/folder ./zizhi up"
    fi
}
