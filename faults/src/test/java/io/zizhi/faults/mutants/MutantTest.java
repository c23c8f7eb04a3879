package io.zizhi.faults.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhi.faults.nemesis.Faults;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MutantTest {

    private static final Path ROOT = ProjectFolder.find();

    /** Skipped on machines without patch(1), except in CI. */
    @ParameterizedTest
    @EnumSource
    void patch_applies_to_tree(Mutant mutant) throws Exception {
        assumeTrue(hasPatch() || "true".equals(System.getenv("CI")), "no patch(1) on this machine");
        Process patch = new ProcessBuilder(
                        "patch", "--strip=1", "--forward", "--dry-run", "--fuzz=0", "--input=" + mutant.patch(ROOT))
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(patch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(patch.waitFor()).as(output).isZero();
    }

    private static boolean hasPatch() {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "patch")));
    }

    @ParameterizedTest
    @EnumSource
    void its_faults_or_its_test_exist(Mutant mutant) throws IOException {
        if (mutant.test().isEmpty()) {
            assertThat(Faults.named(mutant.faults())).isNotEmpty();
        } else {
            CatchingTest test = mutant.test().get();
            assertThat(Files.readString(test.source(ROOT))).contains("void " + test.method() + "(");
            assertThat(Files.readString(mutant.patch(ROOT))).contains("\nA test must catch it.\n");
        }
    }

    /** One build contains all of them. The others must do nothing while a campaign tests one. */
    @Test
    void patches_for_campaigns_have_switches_and_change_different_files() throws IOException {
        List<String> changed = new ArrayList<>();
        for (Mutant mutant : Mutant.caughtByCampaigns()) {
            List<String> lines = Files.readAllLines(mutant.patch(ROOT));
            lines.stream().filter(line -> line.startsWith("+++ ")).forEach(changed::add);
            assertThat(lines)
                    .as(mutant.label())
                    .anyMatch(line -> line.startsWith("+") && line.contains("MUTANT"))
                    .anyMatch(line -> line.startsWith("+") && line.contains(mutant.label()));
        }
        assertThat(changed).doesNotHaveDuplicates();
    }

    @Test
    void failed_test_detects_its_mutant(@TempDir Path folder) throws IOException {
        CatchingTest test = new CatchingTest("module", "io.zizhi.SomeTest", "fails");
        Path report = Files.createDirectories(folder.resolve("module/target/surefire-reports"))
                .resolve("TEST-io.zizhi.SomeTest.xml");

        assertThat(test.failureIn(folder)).as("not run").isEmpty();
        Files.writeString(report, "<testcase name=\"fails\" classname=\"io.zizhi.SomeTest\" time=\"1\"/>");
        assertThat(test.failureIn(folder)).as("passed").isEmpty();
        Files.writeString(report, "<testcase name=\"other\" time=\"1\">\n<failure message=\"no\"/></testcase>");
        assertThat(test.failureIn(folder)).as("another failed").isEmpty();
        Files.writeString(report, "<testcase name=\"fails\">\n<error message=\"Failed to start quarkus\"/></testcase>");
        assertThat(test.failureIn(folder)).as("nothing started").isEmpty();
        Files.writeString(report, "<testcase name=\"fails(long)[1]\">\n  <failure message=\"was 2\"/></testcase>");
        assertThat(test.failureIn(folder)).contains("was 2");
    }

    /** The command adds the usage to the message. */
    @ParameterizedTest
    @CsvSource({"''", "by-tests 7 7", "by-campaigns x", "no-such-mutant", "acks-1 x"})
    void names_invalid_arguments_without_usage(String arguments) {
        List<String> all = arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1));

        assertThatThrownBy(() -> MutantRun.isCaught(all, System.out))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank()
                .doesNotContain("./zizhi faults", "For input string");
    }

    @Test
    void only_expected_invariant_detects_mutant() {
        assertThat(Mutant.MARK_BEFORE_ACK.isCaughtIn("VIOLATED: I8 No event waits"))
                .isTrue();
        assertThat(Mutant.MARK_BEFORE_ACK.isCaughtIn("VIOLATED: I2 Each submission"))
                .isFalse();
        assertThat(Mutant.MARK_BEFORE_ACK.isCaughtIn("   and 8 more of I8")).isFalse();
        assertThat(Mutant.ACKS_1.isCaughtIn("Kafka channel outbox would lose data: acks is 1"))
                .isTrue();
    }

    @Test
    void every_patch_has_a_mutant() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("faults/mutants"))) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Mutant.values())
                            .map(mutant -> mutant.patch(ROOT))
                            .toList());
        }
    }
}
