# Searches, exports and verifies the audit logs, and reads watermarks; sourced by zizhi.

audit() {
    case "${1:-}" in
    search | export | verify)
        require_jdk
        require_built audit
        run_main audit "$@"
        ;;
    *) die "Usage: ./zizhi audit search|export|verify [OPTIONS]; see ./zizhi help audit" ;;
    esac
}

# Prints the mark of the picture in file $1.
watermark() {
    local classes="$ROOT/document-service/$PROGRAMS/classes" mark
    require_jdk
    [[ -r "$1" ]] || die "No such file: $1"
    [[ -f "$classes/io/zizhi/document/viewing/watermark/ReadWatermark.class" ]] ||
        die "document-service is not built. Run ./zizhi up first."
    # the picture may come from a stranger
    mark="$("$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -Djava.awt.headless=true -cp "$classes" \
        io.zizhi.document.viewing.watermark.ReadWatermark "$1")" || return
    echo "$mark"
    echo "Who saw it, when, and for which work order: as an auditor, list the views with this mark," \
        "GET /v1/document-views/$mark" >&2
}
