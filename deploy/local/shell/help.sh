# The texts of ./zizhi help; read by zizhi.

help() {
    cat <<'EOF'
Zizhi (资质): takes in, checks, reviews and keeps SMS qualifications.

  ./zizhi up          build what has changed, start PostgreSQL, Kafka, S3, OIDC and the services
  ./zizhi up --fresh  the same, with all data of before deleted first
  ./zizhi demo        walk through the main flow over the public HTTP interfaces
  ./zizhi token USER  print a bearer token of a demo user, such as applicant-a
  ./zizhi status      show how each part does
  ./zizhi logs        show what the parts have logged
  ./zizhi reconcile   compare what the services have applied with what was published, and have missing events sent again
  ./zizhi backup DIR  save all data of the suite, which must be down, to a folder
  ./zizhi restore DIR replace all data by what was saved there
  ./zizhi down        stop everything; the data stays
  ./zizhi test        build and run the tests for daily work; with --all also the slow ones, as CI does
  ./zizhi check       format, compile with all gates, check the architecture; no tests
  ./zizhi faults      kill and disturb a suite of its own under load, then prove that nothing was lost
  ./zizhi completion  print what completes these commands in bash or zsh
  ./zizhi help        this text; ./zizhi help COMMAND tells more of one command

State, logs and secrets are in .zizhi/, or in the folder that ZIZHI_STATE names. Settings of the services are given by
the environment, too: ./zizhi help up tells how.
Everything listens on 127.0.0.1. Ports can be changed by environment variables:

  ZIZHI_PORT_QUALIFICATION     8081  a service's health and metrics are 1000 higher,
  ZIZHI_PORT_DOCUMENT          8082  its endpoints for the other services 2000
  ZIZHI_PORT_REVIEW            8083
  ZIZHI_PORT_NOTIFICATION      8084
  ZIZHI_PORT_POSTGRES         15432
  ZIZHI_PORT_KAFKA            19092
  ZIZHI_PORT_KAFKA_CONTROLLER 19093
  ZIZHI_PORT_S3               19000
  ZIZHI_PORT_OIDC             18080
EOF
}

# More of command $1.
help_with() {
    case "$1" in
    up)
        cat <<'EOF'
./zizhi up [--fresh] [--yes]

Builds what has changed since the last build, starts what does not run, waits until all of it is ready, and prints
addresses and demo users. Parts that run already, on the same ports, are left alone.

Settings of the services are given by the environment when they start, such as ZIZHI_REVIEW_UNDO_WINDOW=PT15S for
zizhi.review.undo-window. If a service that runs already has others than those given, that is said, and the exit code is
1: ./zizhi down first, then ./zizhi up with the settings.

  --fresh  stop everything, delete all data (databases, topics, documents, keys), then start; asks on a terminal
  --yes    do not ask, neither before data is deleted nor before a JDK is installed; as ZIZHI_YES=1 does
EOF
        ;;
    logs)
        cat <<'EOF'
./zizhi logs [PART] [-f] [-n LINES] [--json]

Shows the log of one part, or of all parts in the order of time, each line with the name of its part. Parts: postgres,
kafka, object-store, identity, qualification-service, document-service, review-service, notification-service.

  -f, --follow     go on with what is written, until Ctrl-C
  -n, --lines N    the last N lines of each part instead of 50
  --json           lines as they were written, for programs

Lines end with the trace that they belong to. All lines of one trace: ./zizhi logs -n 100000 | grep TRACE-ID
EOF
        ;;
    status)
        cat <<'EOF'
./zizhi status

Asks each part whether it does its work (a service for its readiness, PostgreSQL to take a query, Kafka, S3 and OIDC
likewise) and shows its port, pid, start and memory; memory that processes share is divided among them. A part that does
not answer within 3 seconds is unready.

Exit code: 0 all parts are ready, 1 a part is not, 3 nothing runs.
EOF
        ;;
    test)
        cat <<'EOF'
./zizhi test [--all] [--yes] [OPTIONS]
./zizhi test MODULE [CLASS]

Builds every module with all gates and runs its tests, two modules at a time: about 17 minutes on two cores.
What ./zizhi up has started keeps running.

  MODULE [CLASS]  the tests of one module, such as review-service, or of one class of it, with what they need built
  --all           also run the slow tests, as CI does: the long fault campaign, thousands of wrong requests, the known
                  defects that the campaign must find, and README's first command in a bare Debian (as root, with
                  debootstrap). About 50 minutes
  --yes           install what is missing without asking

Other options go to Maven; write each as one word, such as -Dname=value or -o. The output of the tests
is in MODULE/target/surefire-reports and failsafe-reports.
EOF
        ;;
    check)
        cat <<'EOF'
./zizhi check

Compares the format of the whole tree, compiles main and test code with all gates (warnings, Error Prone, NullAway), and
checks the rules of the architecture. It runs no other test. To format the tree: ./mvnw -N spotless:apply
EOF
        ;;
    faults)
        cat <<'EOF'
./zizhi faults [--seed N] [--minutes M | --once] [--replicas N] [--faults F1,F4] [--keep]
./zizhi faults --mutant NAME [SEED]

Starts a suite of its own on free ports, puts load on it, kills, halts and disturbs its parts, and afterwards audits
all databases, topics, objects and messages: nothing lost, nothing twice, nothing early. Exit code 0 only if all holds.
docs/reliability.md tells more.

  --seed N      make the choices of an earlier run again
  --minutes M   inject faults for M minutes instead of 5; at most twice as long, until each kind has struck
  --once        disturb in each way once, for a moment only
  --replicas N  instances of each service, instead of 2
  --faults F,G  only these ways
  --keep        keep databases, topics and objects for a look
  --mutant NAME build the suite with a known defect, which the audit must find
EOF
        ;;
    backup)
        cat <<'EOF'
./zizhi backup FOLDER

Copies databases, topics, documents, keys and secrets to FOLDER, which must be new or empty. The suite must be down, so that
all of them are of one moment. Whoever can read FOLDER can read everything.
EOF
        ;;
    restore)
        cat <<'EOF'
./zizhi restore FOLDER [--yes]

Replaces all data of the suite, which must be down, by what ./zizhi backup has saved to FOLDER, and marks the databases as
restored. Then: ./zizhi up, and ./zizhi reconcile.

  --yes  do not ask before data is replaced
EOF
        ;;
    reconcile)
        cat <<'EOF'
./zizhi reconcile

Lets every service that is up compare what it has applied with what the other services have published, waits until all are
done, and prints what was found. Missing events are sent again. What a service has applied and its producer does not have
is only reported. For use after a restore, or after events were lost; docs/operations.md tells more.

Exit code: 0 nothing is missing, 1 differences stay, or something could not be compared.
EOF
        ;;
    completion)
        cat <<'EOF'
./zizhi completion bash|zsh

Prints a script that completes commands and options. For the shell at hand, from the folder of ./zizhi:

  source <(./zizhi completion bash)
EOF
        ;;
    down)
        cat <<'EOF'
./zizhi down

Stops everything that ./zizhi up started. Databases, topics, documents and keys stay.
EOF
        ;;
    demo)
        cat <<'EOF'
./zizhi demo

Walks four qualifications through the suite that is up: one is approved, one asked for more material and then
approved, one withdrawn, one left at the desk. Ends with 0 only when every step was observed.
EOF
        ;;
    token)
        cat <<'EOF'
./zizhi token USER

Prints a bearer token of a demo user. The users stand at the end of what ./zizhi up prints.
EOF
        ;;
    "" | help) help ;;
    *) die "There is no command $1; ./zizhi help shows all." ;;
    esac
}
