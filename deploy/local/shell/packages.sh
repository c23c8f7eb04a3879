# Announces and installs system packages; sourced by zizhi.

# Not empty once the package lists were fetched, or the attempt failed.
LISTS_FETCHED=""
LISTS_FAILED=""

# Prints the package manager of this system.
package_manager() {
    local manager
    for manager in apt-get dnf zypper pacman; do
        if command -v "$manager" >/dev/null; then
            echo "$manager"
            return
        fi
    done
    return 1
}

# Prints the arguments with which manager $1 installs packages $2.
install_arguments() {
    case "$1" in
    apt-get) echo "install -y --no-install-recommends $2" ;;
    dnf) echo "install -y $2" ;;
    zypper) echo "--non-interactive install $2" ;;
    pacman) echo "-S --noconfirm --needed $2" ;;
    esac
}

# Prints the commands by which manager $1 will install packages $2.
announce() {
    local sudo=""
    ((EUID == 0)) || sudo="sudo "
    echo
    if [[ "$1" == apt-get && -z "$LISTS_FETCHED" ]]; then
        echo "    ${sudo}apt-get update"
    fi
    echo "    $sudo$1 $(install_arguments "$1" "$2")"
    echo
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "There is no sudo here: run it as root."
    fi
}

# Fetches the package lists of manager $1, once; only apt-get needs this.
update_lists() {
    if [[ "$1" == apt-get && -z "$LISTS_FETCHED" ]]; then
        LISTS_FETCHED=yes
        # without this option it succeeds even if it could fetch nothing
        as_root apt-get update -qq -o APT::Update::Error-Mode=any || LISTS_FAILED=yes
    fi
}

# Installs packages $2 with manager $1.
install_packages() {
    local arguments
    read -ra arguments < <(install_arguments "$1" "$2")
    if ! as_root env DEBIAN_FRONTEND=noninteractive "$1" "${arguments[@]}"; then
        [[ -z "$LISTS_FAILED" ]] || no_package_lists
        die "$1 could not install $2; see its output above."
    fi
}

# Exits because the package lists could not be fetched.
no_package_lists() {
    die "apt-get update could not fetch the lists of packages; see its output above. What helps:" "" \
        "  - a network, or a name server that resolves the hosts in /etc/apt/sources.list*; then try again" \
        "  - behind a proxy: echo 'Acquire::http::Proxy \"http://HOST:PORT\";' > /etc/apt/apt.conf.d/proxy" \
        "  - without any network: unpack a JDK $MINIMUM or later, such as Eclipse Temurin, and set its folder:" "" \
        "        export JAVA_HOME=/path/to/jdk"
}
