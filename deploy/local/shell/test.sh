# Checks and tests; sourced by zizhi.

# The time at which the services for the tests were packaged into target/.
TEST_STAMP="$ROOT/.zizhi/test.stamp"

# The test classes with the architecture rules.
ARCHITECTURE="-Dtest=*ArchitectureTest"

# Skips the bills of materials, which take ten seconds each. Every other packaging writes them; e2e/images and
# e2e/containers check them.
WITHOUT_BILLS=-Dcyclonedx.skip

# Skips the check of the format, the packaging of services and their bills of materials.
ONLY_TESTS=(-Dspotless.check.skip -Dquarkus.build.skip "$WITHOUT_BILLS")

# A test class that a module does not have is not a failure.
SOME_TESTS=(-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false)

# Checks of ./zizhi test --all that could not run on this machine, one a line.
SKIPPED="$ROOT/.zizhi/skipped.log"

# ./zizhi test [--all [--require-containers]] [--yes] [MODULE [CLASS]] [MAVEN OPTIONS]
run_tests() {
    local argument all="" required="" words=() options=()
    for argument in "$@"; do
        case "$argument" in
        --yes) YES=yes ;;
        --all) all=yes ;;
        --require-containers) required="$argument" ;;
        -*) options+=("$argument") ;;
        *) words+=("$argument") ;;
        esac
    done
    [[ ${#words[@]} -le 2 && (-z "$required" || (-n "$all" && ${#words[@]} -eq 0)) ]] ||
        die "Usage: ./zizhi test [--all [--require-containers]] [MODULE [CLASS]]"
    ensure_machine
    require_space "$ROOT" "$BUILD_SPACE" "a build with its tests"
    mkdir -p "$(dirname "$TEST_STAMP")"
    if ((${#words[@]} > 0)); then
        [[ -z "$all" ]] || options+=(-Dtests.left-out=)
        test_module "${words[0]%/}" "${words[1]:-}" "${options[@]}"
    elif [[ -n "$all" ]]; then
        # beside the slow tests, with three modules at once, a service needs up to a minute to start
        test_everything 2 -Dtests.left-out=alone "${options[@]}"
        fuzz_parsers
        : >"$SKIPPED"
        test_in_own_suites "$required"
        test_with_ceph
        test_alone
        cat "$SKIPPED"
    else
        # the journeys and the fault campaign mostly wait
        test_everything 3 "${options[@]}"
    fi
}

# Packages all modules with all checks, then runs Maven again for the tests, so that no module waits for another's tests.
# The tests of $1 modules run at once.
test_everything() {
    local at_once="$1"
    shift
    check_format
    touch "$TEST_STAMP.started"
    run_maven -T2 -Dspotless.check.skip -DskipTests "$WITHOUT_BILLS" "$@" package
    mv "$TEST_STAMP.started" "$TEST_STAMP"
    run_maven "-T$at_once" "${ONLY_TESTS[@]}" --fail-at-end "$@" verify || {
        print_failures "$ROOT" "$TEST_STAMP"
        exit 1
    }
}

# Prints the failed tests of the project in folder $1 since stamp $2, each with its message and our own lines of its stack
# trace. Maven lists them where each module ended, amid the output of the other modules.
print_failures() {
    local failures
    failures="$(find "$1" -path '*/target/*-reports/*.txt' -newer "$2" -exec awk '
        FNR == 1 { message = 0; frames = 0 }
        / <<< (FAILURE|ERROR)!$/ { message = 16; frames = 4 }
        /^\tat / { message = 0 }
        message-- > 0 || (/^\tat io\.zizhi\./ && frames-- > 0) { print substr($0, 1, 300) }' {} +)"
    [[ -z "$failures" ]] || printf 'Failed tests:\n%s\n' "$failures"
}

# Builds the dependencies of module $1 and runs its tests, or those of its class $2.
test_module() {
    local module="$1" class="$2" tests options=() phase=test
    shift 2
    [[ -f "$ROOT/$module/pom.xml" ]] || die "Unknown module $module. The modules are:" "$(modules)"
    tests="${class:-$(tests_of "$module")}"
    [[ -n "$tests" ]] || die "Module $module has no tests of its own."
    options=("-Dtest=$tests")
    if [[ "$module" =~ ^(e2e|e2e/suites|faults)$ && (-z "$class" || "$class" == *IT*) ]]; then
        package_for_journeys
        phase=verify
        if [[ -n "$class" ]]; then
            # Failsafe runs it
            options=(-Dtest=none "-Dit.test=$class")
        fi
    fi
    # all tests of e2e/suites are slow
    if [[ -n "$class" || "$module" == e2e/suites ]]; then
        options+=(-Dtests.left-out=)
    fi
    touch "$TEST_STAMP.module"
    run_maven -T2 "${ONLY_TESTS[@]}" "${options[@]}" "${SOME_TESTS[@]}" "$@" -pl "$module" -am "$phase"
    has_reports "$ROOT/$module" || die "No test was run: module $module has no test called $tests."
}

# True if a test of the module in folder $1 has run since the start of its tests.
has_reports() {
    [[ -n "$(find "$1"/target/*-reports -name 'TEST-*.xml' -newer "$TEST_STAMP.module" -print -quit 2>/dev/null)" ]]
}

# Packages the services and the tools for the end-to-end tests and the fault campaign if they have changed.
package_for_journeys() {
    local outdated=() LEAF_MODULES=("${LEAF_MODULES[@]}" faults)
    touch "$TEST_STAMP.started"
    mapfile -t outdated < <(outdated_modules target "$TEST_STAMP")
    if ((${#outdated[@]} > 0)); then
        run_maven -T2 -Dspotless.check.skip -DskipTests "$WITHOUT_BILLS" -pl "$(commas "${outdated[@]}")" -am package
        mv "$TEST_STAMP.started" "$TEST_STAMP"
    fi
}

modules() {
    sed -n 's/^ *<module>\(.*\)<.*/  \1/p' "$ROOT/pom.xml"
}

# Prints the tests of module $1 by package, in Surefire's syntax, which excludes tests of other modules.
tests_of() {
    local folder
    for folder in "$ROOT/$1"/src/test/java/io/zizhi/*/; do
        [[ -d "$folder" ]] || continue
        folder="${folder#*/src/test/java/}"
        printf '%s**/*Test,' "$folder"
    done
}

# Prints incorrectly formatted files and exits if there are any.
check_format() {
    local log="$ROOT/.zizhi/format.log"
    if ! run_maven -q -N spotless:check >"$log" 2>&1; then
        grep -v '^WARNING' "$log" | head -n 60 >&2
        if grep -q 'spotless:apply' "$log"; then
            die "Some files are not formatted. To format them: ./mvnw -N spotless:apply"
        fi
        die "The format could not be checked."
    fi
}

# ./zizhi check: all checks without the tests.
check() {
    local start=$SECONDS
    (($# == 0)) || die "Usage: ./zizhi check"
    ensure_jdk
    mkdir -p "$(dirname "$TEST_STAMP")"
    check_format
    echo "The format is correct. Compiling with all checks, then checking the architecture rules"
    run_maven -q -T2 "$ARCHITECTURE" "${SOME_TESTS[@]}" -Dspotless.check.skip test
    echo "Checked in $((SECONDS - start)) s"
}

# Fuzzes each parser of untrusted input for half a minute in a separate JVM. Two run at a time in each of the two modules;
# document-service has only one, which would leave a core idle. Failing inputs are written to the module.
fuzz_parsers() {
    JAZZER_FUZZ=1 run_maven -T2 "${ONLY_TESTS[@]}" -Djazzer.hooks=true -DforkCount=2 -DreuseForks=false '-Dtest=*FuzzTest' \
        "${SOME_TESTS[@]}" -pl qualification-service,document-service -am test
}

# Checks the S3 contract against a real Ceph. It compiles in target/, so it runs beside nothing else.
test_with_ceph() {
    quietly ceph e2e/ceph || die "The S3 contract is broken on Ceph."
}

# Tests that need the machine for themselves: waiting times under abuse, hostile files, and the long fault campaign.
test_alone() {
    run_maven -q "${ONLY_TESTS[@]}" -Dtest=none '-Dit.test=AbuseIT,HostileFilesIT,FaultCampaignIT#five_minutes*' \
        -Dtests.left-out= "${SOME_TESTS[@]}" -pl e2e,faults -am verify
    grep -h '|' "$ROOT"/e2e/target/failsafe-reports/io.zizhi.e2e.abuse.AbuseIT-output.txt
}

# Checks that each known defect is detected in a copy of the build, that README's first command works on a bare machine,
# that the demo passes in a production-like suite and in containers, and that an image starts. $1 is empty, or the option that
# makes containers mandatory. Runs two at a time, which keeps two cores busy. The bare machine runs two commands at once.
test_in_own_suites() {
    export -f quietly
    # roughly the longest first, so that no slot is empty for long at the end
    {
        echo "mutants-by-campaigns ./zizhi faults --mutant by-campaigns"
        bare_machine
        echo "containers e2e/images-and-containers${1:+ $1}"
        echo "mutants-by-tests ./zizhi faults --mutant by-tests"
        production_like
    } | ZIZHI_BUILT=yes xargs -P 2 -L 1 bash -c 'quietly "$@"' bash ||
        die "A check failed: see the line above that begins with \"Failed:\"."
}

# Runs command $2… with its output in .zizhi/$1.log. Prints the result lines, or the whole output after a failure. Records
# checks that were skipped.
quietly() {
    local log=".zizhi/$1.log" start=$SECONDS
    shift
    trap 'exit 130' INT
    if "$@" >"$log" 2>&1 </dev/null; then
        echo "$((SECONDS - start)) s: $(grep -E '^(Mutant |Bare machine|Production-like|Images|Ceph|S3 contract|Containers|SKIPPED)' "$log" | tail -n 16)"
        grep -E '^([A-Z][a-z -]+, +[0-9]+ s: )?SKIPPED' "$log" >>.zizhi/skipped.log || true
    else
        cat "$log"
        echo "Failed: $*"
        return 1
    fi
}

# Records that a check cannot run here, with its reason.
skipped() {
    echo "SKIPPED $1" | tee -a "$SKIPPED" >&2
}

# Prints the command of the bare machine, if it can run here.
bare_machine() {
    if ((EUID != 0)) || ! command -v debootstrap >/dev/null || ! unshare --mount --pid --fork true 2>/dev/null; then
        skipped "the bare machine: it needs root, debootstrap and permission to mount"
        return
    fi
    echo "bare-machine env -u ZIZHI_BUILT e2e/bare-machine"
}

# Prints the command of the production-like suite, if it can run here.
production_like() {
    if [[ ! -x /usr/sbin/clamd ]]; then
        skipped "the production-like suite: it needs clamd (Debian: clamav-daemon)"
        return
    fi
    echo "production-like e2e/production-like"
}
