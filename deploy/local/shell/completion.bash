# Completes the commands of ./zizhi in bash, and in zsh after bashcompinit.

_zizhi() {
    local word="${COMP_WORDS[COMP_CWORD]}" command="${COMP_WORDS[1]}" words=""
    local commands="up demo token status logs audit watermark reconcile backup restore down test check faults images completion help"
    local parts="postgres kafka object-store identity clamd sms-gateway recognition-worker"
    parts+=" qualification-service document-service review-service notification-service"
    local modules="contracts deploy/local/tests platform/tests qualification-service review-service notification-service"
    modules+=" document-service e2e e2e/suites faults deploy/kubernetes"
    if ((COMP_CWORD == 1)); then
        words="$commands"
    else
        case "$command" in
        up) words="--fresh --production-like --servers --yes" ;;
        demo) words="--production-like" ;;
        restore) words="--yes" ;;
        audit)
            words="search export verify --actor --recipient --account --object --action --from --to --limit --format"
            ;;
        logs) words="$parts --follow --lines --json" ;;
        token) words="$(_zizhi_users)" ;;
        completion) words="bash zsh" ;;
        help) words="$commands" ;;
        test) words="--gate --all --require-containers --yes $modules" ;;
        images) words="--base --yes qualification-service document-service review-service notification-service" ;;
        faults) words="--seed --minutes --once --replicas --faults --submissions --keep --mutant --upgrade-from --kill --drop-column --brief" ;;
        esac
    fi
    # shellcheck disable=SC2207 # words without spaces; zsh has no mapfile
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}

_zizhi_users() {
    echo "applicant-a applicant-b agency institution person reviewer-a reviewer-b supervisor supervisor-b auditor operator operator-b"
}

complete -F _zizhi ./zizhi zizhi
