# Prints Secrets; sourced by scripts.

# secret NAME KEY VALUE…: prints a Secret and a line ---. A value that begins with @ is the content of that file.
secret() {
    printf 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\ndata:\n' "$1"
    shift
    while (($# > 0)); do
        if [[ "$2" == @* ]]; then
            printf '  %s: %s\n' "$1" "$(base64 -w 0 "${2#@}")"
        else
            printf '  %s: %s\n' "$1" "$(printf '%s' "$2" | base64 -w 0)"
        fi
        shift 2
    done
    echo ---
}
