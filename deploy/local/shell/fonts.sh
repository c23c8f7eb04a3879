# Checks and installs the fonts and libraries for drawing text in Java; sourced by zizhi. A headless JDK has none.

FONT_FOLDERS=(/usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.fonts" "${HOME:-/root}/.local/share/fonts")

# True if the JDK's text libraries find their dependencies, and fontconfig and a font are installed.
draws_text() {
    local drawing="$JAVA_HOME/lib/libfontmanager.so"
    # ldd does not find the JDK's own libraries, such as libjvm, but the JDK does at run time
    if ldd "$drawing" 2>/dev/null | grep -E '^\s*lib(freetype|harfbuzz|fontconfig)' | grep -q 'not found'; then
        return 1
    fi
    has_library libfontconfig.so.1 && has_font
}

has_library() {
    [[ "$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)" == *"$1"* ]]
}

has_font() {
    [[ -n "$(find "${FONT_FOLDERS[@]}" \( -name '*.[to]t[fc]' -o -name '*.pf[ab]' \) -print -quit 2>/dev/null)" ]]
}

# Prints the packages of manager $1 with fonts and libraries.
font_packages() {
    case "$1" in
    apt-get) echo "fontconfig libfreetype6 libharfbuzz0b fonts-dejavu-core" ;;
    dnf) echo "fontconfig freetype harfbuzz dejavu-sans-fonts" ;;
    zypper) echo "fontconfig libfreetype6 libharfbuzz0 dejavu-fonts" ;;
    pacman) echo "fontconfig freetype2 harfbuzz ttf-dejavu" ;;
    esac
}

# For commands that build: offers to install missing packages, and continues without them. Only ./zizhi demo and
# ./zizhi faults need them.
ensure_fonts() {
    local manager packages
    if draws_text; then
        return
    fi
    echo "Java cannot draw text here: a font, fontconfig, FreeType or HarfBuzz is missing. ./zizhi demo needs them."
    if ! manager="$(package_manager)"; then
        echo "No known package manager was found. The suite starts without them."
        return
    fi
    packages="$(font_packages "$manager")"
    echo "This installs them:"
    announce "$manager" "$packages"
    if agree "Do that now?" yes; then
        # in a subshell, so that a failure does not end this command
        (update_lists "$manager" && install_packages "$manager" "$packages") ||
            echo "They could not be installed. The suite starts without them."
    else
        echo "Not installed. The suite starts without them."
    fi
}

# For the demo and the fault campaign.
require_fonts() {
    local manager hint=""
    if ! draws_text; then
        manager="$(package_manager)" && hint=" Install: $(font_packages "$manager")"
        die "The demo and the fault campaign draw documents, but Java cannot draw text here: a font, fontconfig, FreeType" \
            "or HarfBuzz is missing.$hint"
    fi
}
