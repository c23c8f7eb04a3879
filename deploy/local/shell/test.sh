# Checks and tests; sourced by zizhi.

# The build folder of ./zizhi test. It contains only unchecked classes. The folder of the gates contains only checked classes.
QUICK=target/quick

# Where and how this command builds: without checks into QUICK, or with all of them into target.
TEST_BUILD="$QUICK"
UNCHECKED=(-Punchecked "-Dbuild.folder=$QUICK")

# The time at which the services for the tests were packaged into TEST_BUILD.
TEST_STAMP="$ROOT/.zizhi/quick.stamp"

# The number of modules that are tested at once. Only one of them runs a suite (OneSuite), and a suite mostly waits.
AT_ONCE=3

# The test classes that belong to ./zizhi check: the architecture rules, and pages that must equal the code.
CHECKS="-Dtest=*ArchitectureTest,*PageTest,NightOnlyTest,DocumentationTest,ConsumerDocumentsTest,SecurityRequirementsTest,MigrationsTest,ImagesTest"

# Skips the bills of materials, which take ten seconds each. Every other packaging writes them; e2e/images and
# e2e/containers check them.
WITHOUT_BILLS=-Dcyclonedx.skip

# Skips the check of the format, the packaging of services and their bills of materials.
ONLY_TESTS=(-Dspotless.check.skip -Dquarkus.build.skip "$WITHOUT_BILLS")

# A test class that a module does not have is not a failure.
SOME_TESTS=(-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false)

# Where tests find packages of npm.
NPM_FOLDERS=(deploy/kubernetes/models docs/openapi/lint notification-service/src/test/smsc)

# Checks of ./zizhi test --all that could not run on this machine, one a line.
SKIPPED="$ROOT/.zizhi/skipped.log"

# What this run has done, one part a line: its seconds and its name. CI writes the first one.
PARTS="$ROOT/.zizhi/parts.log"

# The part that is running, and the second in which it began.
PART=""
PART_START=0

# Not empty once the tests of this run have begun, so that reports newer than TEST_STAMP are theirs.
TESTED=""

# Not empty at night; from its tests on, the next parts run although one has failed, and FAILED names those that have.
NIGHT=""
GOES_ON=""
FAILED=""

# ./zizhi test [--gate | --all [--require-containers]] [--yes] [MODULE [CLASS]] [MAVEN OPTIONS]
run_tests() {
    local argument scope="" required="" words=() options=()
    for argument in "$@"; do
        case "$argument" in
        --yes) YES=yes ;;
        --gate | --all)
            [[ -z "$scope" ]] || die "$(test_usage)"
            scope="${argument#--}"
            ;;
        --require-containers) required="$argument" ;;
        # each option of Maven has a short form
        --*) die "Unknown option: $argument" "$(test_usage)" ;;
        -*) options+=("$argument") ;;
        *) words+=("$argument") ;;
        esac
    done
    [[ ${#words[@]} -le 2 && (-z "$required" || "$scope" == all) && (-z "$scope" || ${#words[@]} -eq 0) ]] ||
        die "$(test_usage)"
    ensure_machine
    require_space "$ROOT" "$BUILD_SPACE" "a build with its tests"
    mkdir -p "$ROOT/.zizhi"
    if ((${#words[@]} > 0)); then
        test_module "${words[0]%/}" "${words[1]:-}" "${options[@]}"
        return
    fi
    # otherwise CI has written the first part
    [[ -n "${CI:-}" ]] || rm -f "$PARTS"
    trap 'print_parts "$?"' EXIT
    part "packages of npm" fetch_npm_packages
    if [[ -z "$scope" ]]; then
        # the manifests and their programs belong to the gate
        test_everything -pl '!deploy/kubernetes' "${options[@]}"
        return
    fi
    TEST_BUILD=target
    UNCHECKED=()
    TEST_STAMP="$ROOT/.zizhi/test.stamp"
    if [[ "$scope" == gate ]]; then
        test_everything '-Dtests.left-out=long | alone' -Dzizhi.badinput.sample=2 "${options[@]}"
        return
    fi
    NIGHT=yes
    : >"$SKIPPED"
    test_everything -Dtests.left-out=alone -Dzizhi.tests.rows=1000000 -Dzizhi.tests.seed=random "${options[@]}"
    part "fuzzing" fuzz_parsers
    part "suites of their own" test_in_own_suites "$required"
    part "Ceph" test_with_ceph
    part "alone" test_alone
    cat "$SKIPPED"
    [[ -z "$FAILED" ]] || die "Failed parts:$FAILED"
}

test_usage() {
    echo "Usage: ./zizhi test [--gate | --all [--require-containers]] [MODULE [CLASS]]"
}

# Runs the command after $1, which is called part $1. If GOES_ON is set, a failure does not end this run.
part() {
    local name="$1" code
    shift
    PART="$name"
    PART_START=$SECONDS
    if [[ -z "$GOES_ON" ]]; then
        "$@"
        end_part ""
        return
    fi
    # in a subshell, where the first error still ends the part
    set +e
    (
        trap - EXIT
        set -e
        "$@"
    )
    code=$?
    set -e
    if ((code == 0)); then
        end_part ""
    else
        end_part ", failed"
        FAILED+=" $name,"
    fi
}

# Records the part that is running, with remark $1.
end_part() {
    [[ -z "$PART" ]] || echo "$((SECONDS - PART_START)) $PART$1" >>"$PARTS"
    PART=""
}

# Packages all modules, then runs Maven again for the tests, so that no module waits for another's tests.
test_everything() {
    touch "$TEST_STAMP.started"
    if ((${#UNCHECKED[@]} > 0)); then
        part "packages" run_maven -T2 "${UNCHECKED[@]}" -DskipTests "$@" package
    else
        part "format, packages with all checks" maven_beside_format -DskipTests "$WITHOUT_BILLS" "$@" package
    fi
    mv "$TEST_STAMP.started" "$TEST_STAMP"
    part "modules of ./zizhi up" resolve_programs
    find "$ROOT" -path "$ROOT/.zizhi" -prune -o -path "*/$TEST_BUILD/stalls.log" -exec rm -f {} +
    TESTED=yes
    GOES_ON="$NIGHT"
    part "tests" run_maven "-T$AT_ONCE" "${UNCHECKED[@]}" "${ONLY_TESTS[@]}" --fail-at-end "$@" verify
}

# Checks that the modules that ./zizhi up and ./zizhi faults build on a fresh machine need no others. Compiles nothing.
resolve_programs() {
    run_maven -q -T2 -Punchecked,programs "-Dbuild.folder=$TEST_BUILD" -Dmaven.main.skip -Dquarkus.build.skip \
        -pl "$(commas "${SHARED_MODULES[@]}" "${LEAF_MODULES[@]}" faults)" package
}

# Checks the format while Maven runs with arguments $@, because neither keeps both cores busy.
maven_beside_format() {
    local format code=0 log="$ROOT/.zizhi/format-check.log"
    check_format >"$log" 2>&1 &
    format=$!
    run_maven -T2 -Dspotless.check.skip "$@" || code=$?
    wait "$format" || {
        cat "$log" >&2
        code=1
    }
    return "$code"
}

# Installs the npm packages that tests use, so that no test downloads anything. Without npm or a network, these tests are
# skipped, except in CI.
fetch_npm_packages() {
    local folder try
    command -v npm >/dev/null || return 0
    for folder in "${NPM_FOLDERS[@]}"; do
        [[ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]] || continue
        for ((try = ${CI:+2} + 0; try >= 0; try--)); do
            (cd "$folder" && npm ci --silent --no-audit --no-fund --no-progress) && continue 2
            echo "npm could not install the packages of $folder. Attempts left: $try" >&2
        done
        [[ -z "${CI:-}" ]] || die "No test failed. The network or npm's registry is unavailable."
    done
}

# Prints what this run has done and how it ended, for exit code $1: its parts with their seconds, the tests of each module,
# the failed tests.
print_parts() {
    local code="$1"
    end_part ", failed"
    if [[ -f "$PARTS" ]]; then
        printf '\n%8s  %s\n' seconds part
        awk '{ seconds = $1; sum += seconds; $1 = ""; printf "%8d %s\n", seconds, $0 }
            END { printf "%8d  in all\n", sum }' "$PARTS"
        rm -f "$PARTS"
    fi
    if [[ -n "$TESTED" ]]; then
        print_failures "$ROOT" "$TEST_STAMP"
        print_modules "$ROOT" "$TEST_STAMP"
    fi
    ((code == 0)) || echo "FAILED (exit code $code)"
    exit "$code"
}

# Prints for each module of folder $1 with reports since stamp $2 how many tests ran, and how long they took. The last
# line counts them all.
print_modules() {
    printf '\n%8s %8s  %s\n' seconds tests "module (reports: MODULE/$TEST_BUILD/surefire-reports, failsafe-reports)"
    find "$1" -path "$1/.zizhi" -prune -o -path '*-reports/TEST-*.xml' -newer "$2" -exec awk -v root="$1/" '
        function attribute(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
        /<testsuite / {
            module = substr(FILENAME, length(root) + 1)
            sub("/target/.*", "", module)
            print module, attribute("time"), attribute("tests"), attribute("failures") + attribute("errors"), attribute("skipped")
        }' {} + | awk '
        { seconds[$1] += $2; tests[$1] += $3; all += $3; failed += $4; skipped += $5 }
        END {
            for (module in tests) printf "%8d %8d  %s\n", seconds[module], tests[module], module | "sort -rn"
            close("sort -rn")
            printf "%d passed, %d failed, %d skipped\n", all - failed - skipped, failed, skipped
        }'
}

# Prints the failed tests of the project in folder $1 since stamp $2, each with its message, our own lines of its stack
# trace, and the stalls of the machine during the test. Maven lists them where each module ended, amid the output of the
# other modules.
print_failures() {
    local failures stalls
    # an environment variable may have 128 KB
    stalls="$(find "$1" -path "$1/.zizhi" -prune -o -name stalls.log -newer "$2" -exec cat {} + | tail -c 100000)"
    failures="$(export stalls && find "$1" -path "$1/.zizhi" -prune -o -path '*/target/*-reports/*.txt' -newer "$2" -exec awk '
        BEGIN {
            count = split(ENVIRON["stalls"], lines, "\n")
            for (i = 1; i <= count; i++) {
                test = lines[i]
                sub(" .*", "", test)
                stalled[test] = stalled[test] "\n" substr(lines[i], length(test) + 2)
            }
        }
        FNR == 1 { message = 0; frames = 0 }
        / <<< (FAILURE|ERROR)!$/ {
            message = 16
            frames = 4
            test = $1
            sub("[^A-Za-z0-9_.$].*", "", test)
            if (test in stalled) $0 = $0 stalled[test]
        }
        /^\tat / { message = 0 }
        message-- > 0 || (/^\tat io\.zizhi\./ && frames-- > 0) { print substr($0, 1, 300) }' {} +)"
    [[ -z "$failures" ]] || printf '\nFailed tests:\n%s\n' "$failures"
}

# Builds the dependencies of module $1 and runs its tests, or those of its class $2.
test_module() {
    local module="$1" class="$2" tests options=() phase=test
    shift 2
    [[ -f "$ROOT/$module/pom.xml" ]] || die "Unknown module $module. The modules are:" "$(modules)"
    tests="${class:-$(tests_of "$module")}"
    [[ -n "$tests" ]] || die "Module $module has no tests of its own."
    require_classes "$module" "$class"
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
    elif [[ "$module" == faults ]]; then
        # with the brief campaign
        options+=('-Dtests.left-out=long | alone')
    fi
    touch "$TEST_STAMP.module"
    run_maven -T2 "${UNCHECKED[@]}" "${ONLY_TESTS[@]}" "${options[@]}" "${SOME_TESTS[@]}" "$@" -pl "$module" -am "$phase"
    has_reports "$ROOT/$module" || die "No test was run: module $module has no test called $tests."
}

# Exits, before anything is built, if one of the classes $2 is no test of module $1. Patterns are not checked.
require_classes() {
    local class classes
    IFS=, read -ra classes <<<"$2"
    for class in "${classes[@]}"; do
        class="${class%%#*}"
        class="${class##*.}"
        [[ "$class" == *[^A-Za-z0-9_]* || -n "$(find "$ROOT/$1/src/test" -name "$class.java" -print -quit)" ]] ||
            die "Module $1 has no test class $class."
    done
}

# True if a test of the module in folder $1 has run since the start of its tests.
has_reports() {
    [[ -n "$(find "$1/$TEST_BUILD"/*-reports -name 'TEST-*.xml' -newer "$TEST_STAMP.module" -print -quit 2>/dev/null)" ]]
}

# Packages the services and the tools for the end-to-end tests and the fault campaign if they have changed.
package_for_journeys() {
    local outdated=() LEAF_MODULES=("${LEAF_MODULES[@]}" faults)
    touch "$TEST_STAMP.started"
    mapfile -t outdated < <(outdated_modules "$TEST_BUILD" "$TEST_STAMP")
    if ((${#outdated[@]} > 0)); then
        run_maven -T2 "${UNCHECKED[@]}" -DskipTests -pl "$(commas "${outdated[@]}")" -am package
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

# Warnings of the compiler are errors, but Maven's -q would hide them.
WARNINGS=(-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.compiler.{CompilerMojo,TestCompilerMojo}=warn)

# ./zizhi check: all checks without the tests.
check() {
    local start=$SECONDS
    (($# == 0)) || die "Usage: ./zizhi check"
    ensure_jdk
    mkdir -p "$ROOT/.zizhi"
    echo "Checking the format, compiling with all checks, then checking the architecture rules and the pages"
    maven_beside_format -q "${WARNINGS[@]}" "$CHECKS" "${SOME_TESTS[@]}" test
    echo "Checked in $((SECONDS - start)) s"
}

# Fuzzes each parser of untrusted input for half a minute in a separate JVM. Two run at a time in each of the two modules;
# document-service has only one, which would leave a core idle. Failing inputs are written to the module.
fuzz_parsers() {
    JAZZER_FUZZ=1 run_maven -T2 "${ONLY_TESTS[@]}" -Djazzer.hooks=true -DforkCount=2 -DreuseForks=false '-Dtest=*FuzzTest' \
        "${SOME_TESTS[@]}" -pl qualification-service,document-service -am test
}

# Checks the S3 contract against a real Ceph.
test_with_ceph() {
    quietly ceph e2e/ceph || die "The S3 contract is broken on Ceph."
}

# Tests that need the machine for themselves: waiting times under abuse, hostile files, and the long fault campaign.
test_alone() {
    run_maven -q "${ONLY_TESTS[@]}" -Dtest=none '-Dit.test=AbuseIT,HostileFilesIT,FaultCampaignIT#five_minutes*' \
        -Dtests.left-out= "${SOME_TESTS[@]}" -pl e2e,faults -am verify
    run_maven -q "${ONLY_TESTS[@]}" -Drelay.fail-over=measure '-Dtest=RelayFailOverComponentTest#measures*' \
        "${SOME_TESTS[@]}" -pl platform/tests -am test
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
    } | ZIZHI_BUILT=target xargs -P 2 -L 1 bash -c 'quietly "$@"' bash ||
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
