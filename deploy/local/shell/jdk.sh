# Finds or installs a JDK; sourced by zizhi.

MINIMUM=21
JDK_FOLDERS=(/usr/lib/jvm /usr/lib64/jvm)

# Prints the feature version of the JDK in folder $1, such as 21; 0 if the folder has no JDK.
jdk_version() {
    local version=""
    if [[ -x "$1/bin/javac" && -r "$1/release" ]]; then
        version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
    fi
    printf '%s' "${version:-0}"
}

# Sets JAVA_HOME to the JDK in JAVA_HOME, the newest installed one, or the one on the path. False without a JDK.
find_jdk() {
    local folder candidate version best="" newest=0
    if [[ -n "${JAVA_HOME:-}" ]] && (($(jdk_version "$JAVA_HOME") >= MINIMUM)); then
        export JAVA_HOME
        return
    fi
    for folder in "${JDK_FOLDERS[@]}"; do
        for candidate in "$folder"/*; do
            version="$(jdk_version "$candidate")"
            if ((version > newest)); then
                newest="$version"
                best="$candidate"
            fi
        done
    done
    if ((newest < MINIMUM)) && candidate="$(command -v javac)"; then
        best="$(dirname "$(dirname "$(readlink -f "$candidate")")")"
        newest="$(jdk_version "$best")"
    fi
    ((newest >= MINIMUM)) || return 1
    export JAVA_HOME="$best"
}

# For commands that only use an existing build.
require_jdk() {
    find_jdk || die "Zizhi needs a JDK $MINIMUM or later, and none was found. ./zizhi up can install one." "" \
        "If a JDK is installed elsewhere: export JAVA_HOME=/path/to/jdk"
}

# For commands that build: without a JDK they offer to install one.
ensure_jdk() {
    find_jdk || install_jdk
}

# Prints the newest JDK package of manager $1.
jdk_package() {
    local version
    if [[ "$1" == pacman ]]; then
        echo jdk-openjdk
        return
    fi
    for version in 25 21; do
        case "$1" in
        apt-get) [[ -n "$(apt-cache madison "openjdk-$version-jdk-headless" 2>/dev/null)" ]] && echo "openjdk-$version-jdk-headless" && return ;;
        dnf) dnf -q info "java-$version-openjdk-devel" >/dev/null 2>&1 && echo "java-$version-openjdk-devel" && return ;;
        zypper) zypper --non-interactive --quiet info "java-$version-openjdk-devel" 2>/dev/null | grep -q '^Name' && echo "java-$version-openjdk-devel" && return ;;
        esac
    done
    return 1
}

no_jdk_package() {
    die "Zizhi needs a JDK $MINIMUM or later. None was found, and this system offers no package for it. Unpack any JDK" \
        "$MINIMUM or later, such as Eclipse Temurin, and set JAVA_HOME to its folder:" "" \
        "    export JAVA_HOME=/path/to/jdk"
}

install_jdk() {
    local manager package
    manager="$(package_manager)" || no_jdk_package
    # a new container may have no package lists
    if ! package="$(jdk_package "$manager")"; then
        [[ "$manager" == apt-get ]] || no_jdk_package
        package="openjdk-$MINIMUM-jdk-headless"
    fi
    echo "Zizhi needs a JDK $MINIMUM or later, and none was found. This installs one:"
    announce "$manager" "$package"
    agree "Do that now?" yes || die "Run it yourself, or ZIZHI_YES=1 ./zizhi up, or set JAVA_HOME to the folder of a JDK."
    update_lists "$manager"
    if [[ "$manager" == apt-get ]] && ! package="$(jdk_package apt-get)"; then
        [[ -z "$LISTS_FAILED" ]] || no_package_lists
        no_jdk_package
    fi
    install_packages "$manager" "$package"
    find_jdk || die "$manager has installed $package, but no JDK $MINIMUM or later was found. Set JAVA_HOME to its folder."
}
