# The texts of ./zizhi help; sourced by zizhi.

help() {
    cat <<'EOF'
Zizhi (资质): accepts, checks, reviews and stores SMS qualifications.

  ./zizhi up          build changed modules, start PostgreSQL, Kafka, S3, OIDC and the services
  ./zizhi up --fresh  delete all data first; --production-like starts with TLS, Keycloak, clamd
  ./zizhi demo        walk through the main flow over the public HTTP interfaces
  ./zizhi token USER  print a bearer token of a demo user, such as applicant-a
  ./zizhi status      show the status of each part
  ./zizhi logs        show the logs of the parts
  ./zizhi audit       search, export or verify the audit logs of all services: who saw and did what
  ./zizhi watermark F read the mark of a page in picture F: who saw it
  ./zizhi reconcile   compare applied events with published events, and resend missing ones
  ./zizhi backup DIR  save all data to a folder; the suite must be down
  ./zizhi restore DIR replace all data with a backup; the suite must be down
  ./zizhi down        stop everything; the data remains
  ./zizhi test        build and run the everyday tests; --gate and --all add what CI and the night check
  ./zizhi check       check format, static rules, architecture and pages; no other tests
  ./zizhi faults      inject faults into a separate suite under load, then check that nothing was lost
  ./zizhi images      build container images of the services, by podman, buildah or docker
  ./zizhi completion  print a completion script for bash or zsh
  ./zizhi help        print this text; ./zizhi help COMMAND describes one command

State, logs and secrets are in .zizhi/, or in the folder in ZIZHI_STATE. Environment variables also change settings of
the services: see ./zizhi help up.
Everything listens on 127.0.0.1. Environment variables change the ports:

  ZIZHI_PORT_QUALIFICATION     8081  a service's health and metrics are 1000 higher,
  ZIZHI_PORT_DOCUMENT          8082  its internal endpoints are 2000 higher
  ZIZHI_PORT_REVIEW            8083
  ZIZHI_PORT_NOTIFICATION      8084
  ZIZHI_PORT_POSTGRES         15432
  ZIZHI_PORT_KAFKA            19092
  ZIZHI_PORT_KAFKA_CONTROLLER 19093
  ZIZHI_PORT_S3               19000
  ZIZHI_PORT_OIDC             18080
  ZIZHI_PORT_SMS              18090  only with --production-like
  ZIZHI_PORT_CLAMD            13310  only where clamd is installed
  ZIZHI_PORT_RECOGNITION      18086  the recognition worker; its health and metrics are 1000 higher
EOF
}

# Prints the help of command $1.
help_with() {
    case "$1" in
    up)
        cat <<'EOF'
./zizhi up [--fresh | --production-like [--servers]] [--yes]

Builds changed modules, starts missing parts, waits until all parts are ready, and prints addresses and demo users.
Parts that already run on the same ports are not restarted.

Environment variables set the services' settings when they start, such as ZIZHI_REVIEW_UNDO_WINDOW=PT15S for
zizhi.review.undo-window. If a running service has other settings, ./zizhi up reports them and its exit code is 1. To
apply the settings: ./zizhi down, then ./zizhi up with them. ZIZHI_DOCUMENT_RECOGNITION_PROVIDER=none starts without the
recognition worker, which needs about 600 MB.

  --fresh  stop everything, delete all data (databases, topics, documents, keys), then start; asks on a terminal
  --production-like
           start with profile prod: TLS everywhere, Keycloak, clamd, an SMS gateway, a database role of its own for
           migrations; for an installation without data, for example ZIZHI_STATE=FOLDER ./zizhi up --production-like
  --servers
           start no services, for services in containers: see docs/kubernetes.md
  --yes    do not ask before deleting data or installing a JDK; the same as ZIZHI_YES=1
EOF
        ;;
    logs)
        cat <<'EOF'
./zizhi logs [PART] [-f] [-n LINES] [--json]

Shows the log of one part, or of all parts in the order of time, each line with the name of its part. Parts: postgres,
kafka, object-store, identity, qualification-service, document-service, review-service, notification-service; clamd where
it is installed; recognition-worker unless it is switched off; in a production-like installation sms-gateway.

  -f, --follow     continue with new lines, until Ctrl-C
  -n, --lines N    the last N lines of each part instead of 50
  --json           the original lines, for programs

Lines end with their trace id. All lines of one trace: ./zizhi logs -n 100000 | grep TRACE-ID
EOF
        ;;
    status)
        cat <<'EOF'
./zizhi status

Checks whether each part is ready (services by their readiness endpoint, PostgreSQL by a query; Kafka, S3 and OIDC by a
request) and shows its port, pid, start time and memory. Shared memory is divided among the processes. A part that does
not answer within 3 seconds is unready.

Exit code: 0 all parts are ready, 1 a part is not ready, 3 nothing is running.
EOF
        ;;
    test)
        cat <<'EOF'
./zizhi test [--gate | --all [--require-containers]] [--yes] [OPTIONS]
./zizhi test MODULE [CLASS]

Builds every module without static checks, and runs the tests of all but deploy/kubernetes, and the journeys. Takes about
10 minutes on two cores. Ends with a table of parts, the failed tests, and the tests by module. A suite started by
./zizhi up keeps running.

  MODULE [CLASS]  the tests of one module, such as review-service, or of some of its classes; builds dependencies first.
                  CLASS is a name, names with commas, or a pattern, such as '*PlanComponentTest'. One to five minutes.
                  A …FuzzTest tries its seeds; .ci/night-only prints the command that lets it search
  --gate          what each landing must pass (.ci/run): the same tests on code that passed all static checks, the
                  Kubernetes manifests, a sample of malformed requests, each fault once. About 16 minutes
  --all           what the night checks (.ci/nightly): also the long fault campaign, thousands of malformed requests, the known
                  defects that the campaign must detect, the demo in containers (as root, with podman), and README's
                  first command in a bare Debian (as root, with debootstrap). About an hour. Lists skipped checks and
                  their reasons
  --require-containers
                  fail if containers cannot run here
  --yes           install missing packages without asking

Other options are passed to Maven; write each as one word, such as -Dname=value or -o. The output of the tests
is in surefire-reports and failsafe-reports below MODULE/target/quick, or MODULE/target with --gate and --all.
EOF
        ;;
    check)
        cat <<'EOF'
./zizhi check

Checks the format of the whole tree, compiles main and test code with all checks (warnings, Error Prone, NullAway), and
checks the architecture rules and that generated pages equal the code. Runs no other tests.
To format the tree: ./mvnw -N spotless:apply
EOF
        ;;
    faults)
        cat <<'EOF'
./zizhi faults [--seed N] [--minutes M | --once] [--replicas N] [--faults F1,F4] [--submissions N] [--keep]
./zizhi faults --mutant NAME [SEED]
./zizhi faults --upgrade-from TREE [--kill] [--drop-column] [--brief]

Starts a separate suite on free ports, puts load on it, kills, pauses and disturbs its parts, and afterwards audits all
databases, topics, objects and messages: nothing is lost, duplicated or early. Exit code 0 only if the audit succeeds.
More: docs/reliability.md

  --seed N      repeat the random choices of an earlier run
  --minutes M   inject faults for M minutes instead of 5; up to twice as long until each kind has struck
  --once        inject each kind of fault once, briefly
  --replicas N  instances of each service, instead of 2
  --faults F,G  only these kinds of faults
  --submissions N
                wait for N submissions instead of 10, and for work of every other kind; not if N is 0
  --keep        keep databases, topics and objects for inspection
  --mutant NAME build the suite with a known defect, which the audit must detect. The names by-campaigns and by-tests
                stand for all defects that campaigns, or tests, must detect
  --upgrade-from TREE
                upgrade a suite from the version in the folder TREE under load, roll it back, upgrade again
  --kill        kill replicas instead of stopping them, which the upgrade must detect
  --drop-column let the migration drop a column that the previous version uses, which the upgrade must detect
  --brief       end the upgrade after the rollback
EOF
        ;;
    images)
        cat <<'EOF'
./zizhi images [--base IMAGE] [--yes] [SERVICE...]

Builds the services and their container images, such as zizhi/review-service:0.1.0, with the first tool that is
installed: podman, buildah or docker. ZIZHI_CONTAINER_TOOL names another one of them. Prints names, sizes and bills of
materials. Needs a JDK 25 or later. More: docs/kubernetes.md

  --base IMAGE  an image with Java 25, best by digest. Without it an image has a Java made from this machine's JDK, the
                libraries that it needs, and nothing else
  --yes         install missing packages without asking
  SERVICE       only these, such as review-service
EOF
        ;;
    backup)
        cat <<'EOF'
./zizhi backup FOLDER

Copies databases, topics, documents, keys and secrets to FOLDER, which must be new or empty. The suite must be down, so
that the copies are consistent. Protect FOLDER: it contains all data and keys.
EOF
        ;;
    restore)
        cat <<'EOF'
./zizhi restore FOLDER [--yes]

Replaces all data of the suite with the backup in FOLDER, and marks the databases as restored. The suite must be down.
Then run ./zizhi up and ./zizhi reconcile.

  --yes  do not ask before replacing data
EOF
        ;;
    watermark)
        cat <<'EOF'
./zizhi watermark FILE

Reads the watermark of a page of a document, such as one that was leaked, and prints its mark. A part of the page is
enough, also after compression as JPEG. With the mark, an auditor learns who saw the page, when, and for which work
order: GET /v1/document-views/MARK of document-service lists the person's views of the document within one hour. The
command needs no running suite, only ./zizhi up once.

The picture must have the size at which it was shown. If it was scaled or photographed from a screen, read the text in
it, whose last line is the mark. The exit code is 1 if no mark was found, and 2 if the file is not a picture.
EOF
        ;;
    audit)
        cat <<'EOF'
./zizhi audit search [CRITERIA] [--limit N]
./zizhi audit export [CRITERIA] [--format csv|json-lines] > FILE
./zizhi audit verify

search and export ask every running service for its audit log, with the token of the demo user auditor, and merge the
answers by time, newest first. An entry meets all criteria. Each search and export is recorded in the audit logs.

  --actor PERSON      what this person or service did: the sub of their tokens
  --recipient PERSON  what was assigned to this person, such as reviews
  --account ACCOUNT   what concerned the data of this account
  --object TYPE/ID    what concerned this object, such as review/20000001
  --action ACTION     only this action, such as document.viewed; all actions: docs/security.md
  --from TIME         not before this time, such as 2026-11-24T02:00:00Z
  --to TIME           before this time
  --limit N           show the newest N entries instead of 50, at most 100
  --format FORMAT     csv, for spreadsheets, or json-lines, for programs

For an installation elsewhere, set the addresses of its four services in ZIZHI_AUDIT_SERVICES, separated by spaces, and
the token of an auditor in ZIZHI_AUDIT_TOKEN.

verify lets every service recompute the hash chains of its audit log and compare them with its signed anchors, which
are outside the databases. It names the kind, the account and the first bad position of each change. Rows of the last
minute may not be anchored yet. More: docs/operations.md

Exit code: 0 all services answered, and verify found every audit log as it was written, or only what was accepted; 1
otherwise. A result is then not to be used.
EOF
        ;;
    reconcile)
        cat <<'EOF'
./zizhi reconcile

Lets every running service compare the events it has applied with the events that other services have published, waits
for the results and prints them. Missing events are sent again. Applied events that their producer does not have are
only reported. For use after a restore, or after a loss of events. More: docs/operations.md

Exit code: 0 nothing is missing, and two operators accepted each difference that stays, 1 differences remain, or the
comparison is incomplete.
EOF
        ;;
    completion)
        cat <<'EOF'
./zizhi completion bash|zsh

Prints a script that completes commands and options. For the current shell, from the folder of ./zizhi:

  source <(./zizhi completion bash)
EOF
        ;;
    down)
        cat <<'EOF'
./zizhi down

Stops everything that ./zizhi up started. Databases, topics, documents and keys remain.
EOF
        ;;
    demo)
        cat <<'EOF'
./zizhi demo [--production-like]

Takes four qualifications through the running suite: one is approved, one needs a supplement and is then approved, one
is withdrawn, and one stays at the desk. Exit code 0 only if every step succeeded.

  --production-like
           for a suite of ./zizhi up --production-like: also log in at Keycloak as a browser does, try what must be
           refused there, and receive a webhook about a review that is late
EOF
        ;;
    token)
        cat <<'EOF'
./zizhi token USER

Prints a bearer token of a demo user. ./zizhi up lists the users at the end of its output.
EOF
        ;;
    "" | help) help ;;
    *) die "Unknown command: $1. All commands: ./zizhi help" ;;
    esac
}
