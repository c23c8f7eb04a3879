# Builds what has changed; read by zizhi.

# What a first build writes at most, in MB: the modules, and the libraries that Maven keeps.
BUILD_SPACE=1000
LIBRARY_SPACE=1000

# Guice, inside of Maven, would cause a warning too.
run_maven() {
    MAVEN_OPTS="${MAVEN_OPTS:-} $(without_warning)" "$ROOT/mvnw" -B -ntp "$@"
}

# True if nothing of the sources is newer than the last build, and what it made is there.
is_built() {
    local service
    [[ -f "$STAMP" && -f "$ROOT/e2e/target/demo.classpath" ]] && has_runner || return 1
    for service in qualification document review notification; do
        [[ -f "$ROOT/$service-service/target/quarkus-app/quarkus-run.jar" ]] || return 1
    done
    [[ -z "$(find "$ROOT" \( -name target -o -name .git -o -name .zizhi -o -name node_modules \) -prune -o \
        \( -name pom.xml -o -path '*/src/*' -o -path '*/.mvn/*' \) -newer "$STAMP" -print -quit)" ]]
}

build() {
    # ZIZHI_BUILT: the tests use what Maven has just packaged.
    if [[ -n "${ZIZHI_BUILT:-}" ]] || is_built; then
        return
    fi
    require_space "$ROOT" "$BUILD_SPACE" "a build"
    if [[ ! -d "${HOME:-/root}/.m2/repository/io/quarkus" ]]; then
        require_space "${HOME:-/root}/.m2" "$LIBRARY_SPACE" "what Maven downloads"
    fi
    stop_before_build
    mkdir -p "$(dirname "$STAMP")"
    local log="$STATE/logs/build.log" start=$SECONDS
    echo "Building (a minute or two; the first time also downloads libraries)"
    touch "$STAMP.started"
    if ! run_maven -DskipTests package 2>&1 | tee "$log" | sed -un 's/^\[INFO\] Building \(Zizhi .*\) 0\..*/  \1/p'; then
        echo >&2
        explain_build "$log" >&2
        echo "The build failed; all of its output is in $log" >&2
        exit 1
    fi
    mv "$STAMP.started" "$STAMP"
    echo "Built in $((SECONDS - start)) s"
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
