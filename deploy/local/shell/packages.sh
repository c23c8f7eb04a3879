# Installs packages of the system after saying so; read by zizhi.

# Not empty once the lists of packages were fetched, or could not be.
LISTS_FETCHED=""
LISTS_FAILED=""

# The package manager of this system.
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

# The arguments with which manager $1 installs packages $2.
install_arguments() {
    case "$1" in
    apt-get) echo "install -y --no-install-recommends $2" ;;
    dnf) echo "install -y $2" ;;
    zypper) echo "--non-interactive install $2" ;;
    pacman) echo "-S --noconfirm --needed $2" ;;
    esac
}

# Shows how manager $1 will install packages $2.
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

# Fetches the lists of packages of manager $1, once; the others do so by themselves.
update_lists() {
    if [[ "$1" == apt-get && -z "$LISTS_FETCHED" ]]; then
        LISTS_FETCHED=yes
        # without this option it says that all is well where it could fetch nothing
        as_root apt-get update -qq -o APT::Update::Error-Mode=any || LISTS_FAILED=yes
    fi
}

# Installs packages $2 by manager $1.
install_packages() {
    local arguments
    read -ra arguments < <(install_arguments "$1" "$2")
    if ! as_root env DEBIAN_FRONTEND=noninteractive "$1" "${arguments[@]}"; then
        [[ -z "$LISTS_FAILED" ]] || no_package_lists
        die "$1 could not install $2; its own words are above."
    fi
}

# Ends where the lists of packages could not be fetched, and nothing is known without them.
no_package_lists() {
    die "apt-get update could not fetch the lists of packages; its own words are above. What helps:" "" \
        "  - a network, or a name server that knows the hosts in /etc/apt/sources.list*; then try again" \
        "  - behind a proxy: echo 'Acquire::http::Proxy \"http://HOST:PORT\";' > /etc/apt/apt.conf.d/proxy" \
        "  - without any network: unpack a JDK $MINIMUM or later, such as Eclipse Temurin, and name its folder:" "" \
        "        export JAVA_HOME=/path/to/jdk"
}
