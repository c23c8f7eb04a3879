# Builds changed modules; sourced by zizhi.

# The maximum that a first build writes, in MB: the modules, and Maven's repository.
BUILD_SPACE=1000
LIBRARY_SPACE=1000

# The build folder of a module for ./zizhi up (Maven profile unchecked). Tests pass the folder that they have just packaged.
PROGRAMS="${ZIZHI_BUILT:-target/programs}"

# The modules of a suite. All leaf modules depend on shared modules; no module of a suite depends on a leaf. The test listener
# is here because Maven also resolves the test dependencies of a module that writes its class path to a file.
SHARED_MODULES=(build/comments build/test-listener contracts deploy/local/broker deploy/local/object-store
    deploy/local/identity-server deploy/local platform document-service/recognition)
LEAF_MODULES=(qualification-service review-service notification-service document-service
    document-service/recognition-worker e2e/actors)

# Guice, which Maven uses, causes the warning too.
run_maven() {
    MAVEN_OPTS="${MAVEN_OPTS:-} $(without_warning)" "$ROOT/mvnw" -B -ntp "$@"
}

# True if a file at these paths is newer than file $1, the stamp of the last build.
has_newer() {
    local stamp="$1"
    shift
    [[ ! -f "$stamp" || -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]]
}

# True if module $1 is built in its folder $2 and none of its sources is newer than stamp $3.
is_built() {
    case "$1" in
    *-service) [[ -f "$ROOT/$1/$2/quarkus-app/quarkus-run.jar" ]] || return 1 ;;
    */recognition-worker) [[ -f "$ROOT/$1/$2/worker.classpath" ]] || return 1 ;;
    e2e/actors) [[ -f "$ROOT/$1/$2/demo.classpath" ]] || return 1 ;;
    faults) [[ -f "$ROOT/$1/$2/campaign.classpath" ]] || return 1 ;;
    deploy/local) [[ -f "$ROOT/$1/$2/runner.classpath" ]] || return 1 ;;
    esac
    ! has_newer "$3" "$ROOT/$1/pom.xml" "$ROOT/$1/src/main"
}

# Prints the leaf modules to build into folder $1, one per line, by stamp $2: all of them if a shared module has changed.
outdated_modules() {
    local module all=""
    if has_newer "$2" "$ROOT/pom.xml" "$ROOT/.mvn"; then
        all=yes
    fi
    for module in "${SHARED_MODULES[@]}"; do
        [[ -n "$all" ]] || is_built "$module" "$1" "$2" || all=yes
    done
    for module in "${LEAF_MODULES[@]}"; do
        if [[ -n "$all" ]] || ! is_built "$module" "$1" "$2"; then
            echo "$module"
        fi
    done
}

# True if the fault campaign in folder $1 is older than its sources, or than the suite with stamp $2. Its own stamp is
# $2.faults.
is_campaign_outdated() {
    [[ "$2" -nt "$2.faults" ]] || ! is_built faults "$1" "$2.faults"
}

# Builds what has changed: the modules of a suite, and the fault campaign if $1 is faults.
build() {
    local outdated=() campaign=() modules=() log="$STATE/logs/build.log" start=$SECONDS time="a few seconds for each module"
    # Maven has just packaged the modules
    [[ -z "${ZIZHI_BUILT:-}" ]] || return 0
    mkdir -p "$(dirname "$STAMP")"
    touch "$STAMP.started"
    mapfile -t outdated < <(outdated_modules "$PROGRAMS" "$STAMP")
    if [[ "${1:-}" == faults ]] && { ((${#outdated[@]} > 0)) || is_campaign_outdated "$PROGRAMS" "$STAMP"; }; then
        # it needs the actors in the same build, even if they have not changed
        campaign=(e2e/actors faults)
    fi
    if ((${#outdated[@]} + ${#campaign[@]} == 0)); then
        return
    fi
    require_space "$ROOT" "$BUILD_SPACE" "a build"
    if [[ ! -d "${HOME:-/root}/.m2/repository/io/quarkus" ]]; then
        require_space "${HOME:-/root}/.m2" "$LIBRARY_SPACE" "the download of libraries"
        time="about a minute; this first build also downloads libraries"
    elif ((${#outdated[@]} == ${#LEAF_MODULES[@]})); then
        time="about a minute"
    fi
    stop_before_build "${outdated[@]}"
    echo "Building ($time)"
    modules=("${SHARED_MODULES[@]}" "${outdated[@]}" "${campaign[@]}")
    if ! run_maven -T2 -Punchecked,programs -pl "$(commas "${modules[@]}")" package 2>&1 |
        tee "$log" | sed -un 's/^\[INFO\] Building \(Zizhi .*\) [0-9]\+\..*/  \1/p'; then
        echo >&2
        explain_build "$log" >&2
        echo "The build failed. Full output: $log" >&2
        exit 1
    fi
    mv "$STAMP.started" "$STAMP"
    if ((${#campaign[@]} > 0)); then
        touch -r "$STAMP" "$STAMP.faults"
    fi
    echo "Built in $((SECONDS - start)) s"
}

# Stops the processes whose jars this build replaces: all of them, or single services.
stop_before_build() {
    local module files=()
    has_pid_files || return 0
    if (($# == ${#LEAF_MODULES[@]})); then
        echo "Stopping the running suite, because the build replaces its jars."
        down
        return
    fi
    for module in "$@"; do
        if [[ -f "$STATE/run/${module##*/}.pid" ]]; then
            files+=("$STATE/run/${module##*/}.pid")
        fi
    done
    if ((${#files[@]} > 0)); then
        echo "Stopping the services to rebuild; ./zizhi up starts them again."
        # it reads the jars too
        [[ ! -f "$STATE/run/startup-archives.pid" ]] || files+=("$STATE/run/startup-archives.pid")
        stop_recorded "${files[@]}"
    fi
}

commas() {
    local IFS=,
    echo "$*"
}

# Explains a failed build with output file $1: prints the first error message and what to do.
explain_build() {
    local network='Unknown host|UnknownHost|[Nn]ame resolution|resolve host|Network is unreachable|No route to host'
    network+='|Connect(ion)? (to .*)?(refused|timed out|reset)|[Ff]ailed to fetch|Could not transfer|Could not connect'
    local reason
    if grep -m 1 'No space left on device' "$1"; then
        echo "The disk is full. Free some space, then try again."
    elif grep -qE "$network" "$1"; then
        reason="$(grep -m 1 -E "$network" "$1")"
        # the part of Maven's line with library, repository and reason
        printf '%s\n' "${reason/#*Could not transfer/Could not transfer}" | cut -c 1-400
        echo "Maven could not download the libraries. Is there a network? For a proxy or a mirror, configure Maven in" \
            "$HOME/.m2/settings.xml, and the Maven Wrapper by MVNW_REPOURL."
    elif grep -m 1 -E 'OutOfMemoryError|insufficient memory|Cannot allocate memory' "$1"; then
        echo "There is not enough memory for a build, which needs about 1.5 GB."
    else
        grep -E '^\[(ERROR|WARNING)\].*(\.java|\.xml|Failed)|COMPILATION|Could not' "$1" | head -n 20 ||
            tail -n 20 "$1"
    fi
}
