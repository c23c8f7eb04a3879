# Searches, exports and verifies the audit logs; sourced by zizhi.

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
