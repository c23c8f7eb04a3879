# Checks and installs the fonts and libraries for letters and for drawing Chinese text in Java; sourced by zizhi. A
# headless JDK has none.

FONT_DEFAULTS="${BASH_SOURCE[0]%/*}/../../../qualification-service/src/main/resources/application.properties"

# True if the JDK's text libraries find their dependencies, and fontconfig and a Chinese font are installed.
draws_text() {
    local drawing="$JAVA_HOME/lib/libfontmanager.so"
    # ldd does not find the JDK's own libraries, such as libjvm, but the JDK does at run time
    if ldd "$drawing" 2>/dev/null | grep -E '^\s*lib(freetype|harfbuzz|fontconfig)' | grep -q 'not found'; then
        return 1
    fi
    has_library libfontconfig.so.1 && first_font >/dev/null
}

has_library() {
    [[ "$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)" == *"$1"* ]]
}

# Prints the first font file of those that qualification-service tries, too. False without one.
first_font() {
    local file
    while IFS= read -r file; do
        if [[ -r "${file%#*}" ]]; then
            echo "${file%#*}"
            return
        fi
    done < <(chinese_fonts)
    return 1
}

# Prints the setting zizhi.letter.paper.chinese-fonts, one file a line.
chinese_fonts() {
    if [[ -n "${ZIZHI_LETTER_PAPER_CHINESE_FONTS:-}" ]]; then
        printf '%s\n' "${ZIZHI_LETTER_PAPER_CHINESE_FONTS//,/$'\n'}"
    else
        grep -oE '^ +/[^,\]+\.tt[fc]' "$FONT_DEFAULTS" | grep -o '/.*'
    fi
}

# Prints the packages of manager $1 with fonts and libraries. Droid Sans Fallback has no Latin letters, DejaVu has.
font_packages() {
    case "$1" in
    apt-get) echo "fontconfig libfreetype6 libharfbuzz0b fonts-dejavu-core fonts-droid-fallback" ;;
    dnf) echo "fontconfig freetype harfbuzz dejavu-sans-fonts google-droid-sans-fonts" ;;
    zypper) echo "fontconfig libfreetype6 libharfbuzz0 dejavu-fonts google-droid-fonts" ;;
    pacman) echo "fontconfig freetype2 harfbuzz ttf-dejavu ttf-droid" ;;
    esac
}

# For commands that build: offers to install missing packages, and continues without them. Only letters, their tests,
# ./zizhi demo and ./zizhi faults need them.
ensure_fonts() {
    local manager packages
    if draws_text; then
        return
    fi
    echo "Chinese text cannot be drawn here: a Chinese font, fontconfig, FreeType or HarfBuzz is missing."
    echo "Authorization letters as PDF, their tests and ./zizhi demo need them."
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
        die "The demo and the fault campaign draw documents with Chinese text. This cannot be drawn here:" \
            "a Chinese font, fontconfig, FreeType or HarfBuzz is missing.$hint"
    fi
}
