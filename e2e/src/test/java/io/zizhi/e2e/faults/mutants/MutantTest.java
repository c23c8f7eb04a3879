package io.zizhi.e2e.faults.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhi.e2e.faults.nemesis.Faults;
import io.zizhi.local.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutantTest {

    private static final Path ROOT = ProjectFolder.find();

    /** Only a machine that is no CI may go without the program. */
    @ParameterizedTest
    @EnumSource
    void its_patch_still_applies_to_the_tree(Mutant mutant) throws Exception {
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
    void the_faults_that_provoke_it_exist(Mutant mutant) {
        assertThat(Faults.named(mutant.faults())).isNotEmpty();
    }

    @Test
    void only_the_named_invariant_has_caught_it() {
        assertThat(Mutant.MARK_BEFORE_ACK.isCaughtIn("VIOLATED: I8 No event waits"))
                .isTrue();
        assertThat(Mutant.MARK_BEFORE_ACK.isCaughtIn("VIOLATED: I2 Each submission"))
                .isFalse();
        assertThat(Mutant.MARK_BEFORE_ACK.isCaughtIn("   and 8 more of I8")).isFalse();
        assertThat(Mutant.ACKS_1.isCaughtIn("Kafka channel outbox would lose data: acks is 1"))
                .isTrue();
    }

    @Test
    void every_patch_is_the_mutant_of_its_name() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("e2e/mutants"))) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Mutant.values())
                            .map(mutant -> mutant.patch(ROOT))
                            .toList());
        }
    }
}
