# Builds what has changed; read by zizhi.

# What a first build writes at most, in MB: the modules, and the libraries that Maven keeps.
BUILD_SPACE=1000
LIBRARY_SPACE=1000

# The folder of a module into which ./zizhi up builds, by Maven's profile programs; the tests start what they packaged.
PROGRAMS=target/programs
if [[ -n "${ZIZHI_BUILT:-}" ]]; then
    PROGRAMS=target
fi

# The modules of a suite. All leaf modules depend on shared modules; no module of a suite depends on a leaf.
SHARED_MODULES=(build/comments contracts deploy/local/broker deploy/local/object-store deploy/local/identity-server
    deploy/local platform)
LEAF_MODULES=(qualification-service review-service notification-service document-service e2e)

# Guice, inside of Maven, would cause a warning too.
run_maven() {
    MAVEN_OPTS="${MAVEN_OPTS:-} $(without_warning)" "$ROOT/mvnw" -B -ntp "$@"
}

# True if something at these paths is newer than file $1, the stamp of the last build.
has_newer() {
    local stamp="$1"
    shift
    [[ ! -f "$stamp" || -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]]
}

# True if module $1 is built in its folder $2 and none of its sources is newer than stamp $3.
is_built() {
    case "$1" in
    *-service) [[ -f "$ROOT/$1/$2/quarkus-app/quarkus-run.jar" ]] || return 1 ;;
    e2e) [[ -f "$ROOT/$1/$2/demo.classpath" ]] || return 1 ;;
    deploy/local) [[ -f "$ROOT/$1/$2/runner.classpath" ]] || return 1 ;;
    esac
    ! has_newer "$3" "$ROOT/$1/pom.xml" "$ROOT/$1/src/main"
}

# Prints the leaf modules to build into folder $1, one a line, by stamp $2: all of them if a shared module has changed.
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

build() {
    local outdated=() log="$STATE/logs/build.log" start=$SECONDS time="a few seconds for each module"
    # ZIZHI_BUILT: the tests use what Maven has just packaged.
    [[ -z "${ZIZHI_BUILT:-}" ]] || return 0
    mkdir -p "$(dirname "$STAMP")"
    touch "$STAMP.started"
    mapfile -t outdated < <(outdated_modules "$PROGRAMS" "$STAMP")
    if ((${#outdated[@]} == 0)); then
        return
    fi
    require_space "$ROOT" "$BUILD_SPACE" "a build"
    if [[ ! -d "${HOME:-/root}/.m2/repository/io/quarkus" ]]; then
        require_space "${HOME:-/root}/.m2" "$LIBRARY_SPACE" "what Maven downloads"
        time="about a minute; this first time libraries are downloaded, too"
    elif ((${#outdated[@]} == ${#LEAF_MODULES[@]})); then
        time="about a minute"
    fi
    stop_before_build "${outdated[@]}"
    echo "Building ($time)"
    if ! run_maven -T2 -Pprograms -pl "$(commas "${SHARED_MODULES[@]}" "${outdated[@]}")" package 2>&1 |
        tee "$log" | sed -un 's/^\[INFO\] Building \(Zizhi .*\) 0\..*/  \1/p'; then
        echo >&2
        explain_build "$log" >&2
        echo "The build failed; all of its output is in $log" >&2
        exit 1
    fi
    mv "$STAMP.started" "$STAMP"
    echo "Built in $((SECONDS - start)) s"
}

# Stops the processes whose jars this build replaces: all of them, or single services.
stop_before_build() {
    local module files=()
    has_pid_files || return 0
    if (($# == ${#LEAF_MODULES[@]})); then
        echo "Stopping what runs from the last build, because a build replaces its jars."
        down
        return
    fi
    for module in "$@"; do
        if [[ -f "$STATE/run/$module.pid" ]]; then
            files+=("$STATE/run/$module.pid")
        fi
    done
    if ((${#files[@]} > 0)); then
        echo "Stopping the services that are built again; ./zizhi up starts them."
        # it reads the jars, too
        [[ ! -f "$STATE/run/startup-archives.pid" ]] || files+=("$STATE/run/startup-archives.pid")
        stop_recorded "${files[@]}"
    fi
}

commas() {
    local IFS=,
    echo "$*"
}

# What a failed build whose output is file $1 means: the first reason in its own words, and what can be done.
explain_build() {
    local network='Unknown host|UnknownHost|[Nn]ame resolution|resolve host|Network is unreachable|No route to host'
    network+='|Connect(ion)? (to .*)?(refused|timed out|reset)|[Ff]ailed to fetch|Could not transfer|Could not connect'
    local reason
    if grep -m 1 'No space left on device' "$1"; then
        echo "The disk is full. Make room, and try again."
    elif grep -qE "$network" "$1"; then
        reason="$(grep -m 1 -E "$network" "$1")"
        # the part of Maven's line that says which library, from where, and why
        printf '%s\n' "${reason/#*Could not transfer/Could not transfer}" | cut -c 1-400
        echo "Maven could not download what the build needs. Is there a network? Behind a proxy, or with a mirror," \
            "$HOME/.m2/settings.xml tells Maven, and MVNW_REPOURL tells the Maven Wrapper."
    elif grep -m 1 -E 'OutOfMemoryError|insufficient memory|Cannot allocate memory' "$1"; then
        echo "There is not enough memory for a build, which takes about 1.5 GB."
    else
        grep -E '^\[(ERROR|WARNING)\].*(\.java|\.xml|Failed)|COMPILATION|Could not' "$1" | head -n 20 ||
            tail -n 20 "$1"
    fi
}
