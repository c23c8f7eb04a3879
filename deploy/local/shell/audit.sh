# Searches and exports the audit logs; sourced by zizhi.

audit() {
    case "${1:-}" in
    search | export)
        require_jdk
        require_built audit
        run_main audit "$@"
        ;;
    *) die "Usage: ./zizhi audit search|export [OPTIONS]; see ./zizhi help audit" ;;
    esac
}
