package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks which modules {@code ./zizhi up} builds again. */
class OutdatedModulesTest {

    private static final List<String> SHARED = List.of(
            "build/comments",
            "contracts",
            "deploy/local/broker",
            "deploy/local/object-store",
            "deploy/local/identity-server",
            "deploy/local",
            "platform",
            "document-service/recognition");
    private static final List<String> LEAVES = List.of(
            "qualification-service",
            "review-service",
            "notification-service",
            "document-service",
            "document-service/recognition-worker",
            "e2e/actors");
    private static final Instant BUILT = Instant.parse("2026-11-27T09:00:00Z");

    @TempDir
    private Path folder;

    private Path tree;

    @BeforeEach
    void create_tree() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
        write("pom.xml", BUILT.minusSeconds(60));
        write(".mvn/jvm.config", BUILT.minusSeconds(60));
        for (String module : SHARED) {
            write(module + "/pom.xml", BUILT.minusSeconds(60));
            write(module + "/src/main/java/A.java", BUILT.minusSeconds(60));
        }
        for (String module : LEAVES) {
            write(module + "/pom.xml", BUILT.minusSeconds(60));
            write(module + "/src/main/java/A.java", BUILT.minusSeconds(60));
            write(module + "/target/programs/quarkus-app/quarkus-run.jar", BUILT);
        }
        write("deploy/local/target/programs/runner.classpath", BUILT);
        write("document-service/recognition-worker/target/programs/worker.classpath", BUILT);
        write("e2e/actors/target/programs/demo.classpath", BUILT);
        write("stamp", BUILT);
    }

    @Test
    void builds_nothing_without_changes() throws IOException {
        assertThat(outdated()).isEmpty();
    }

    @Test
    void builds_only_changed_service() throws IOException {
        write("review-service/src/main/java/A.java", BUILT.plusSeconds(1));
        assertThat(outdated()).containsExactly("review-service");
    }

    @Test
    void builds_service_after_deletion_of_a_file() throws IOException {
        Files.delete(tree.resolve("review-service/src/main/java/A.java"));
        assertThat(outdated()).containsExactly("review-service");
    }

    @Test
    void builds_cleaned_service() throws IOException {
        Files.delete(tree.resolve("document-service/target/programs/quarkus-app/quarkus-run.jar"));
        assertThat(outdated()).containsExactly("document-service");
    }

    @Test
    void ignores_tests() throws IOException {
        write("review-service/src/test/java/ATest.java", BUILT.plusSeconds(1));
        assertThat(outdated()).isEmpty();
    }

    @Test
    void builds_all_if_shared_module_changed() throws IOException {
        write("platform/src/main/java/A.java", BUILT.plusSeconds(1));
        assertThat(outdated()).containsExactlyElementsOf(LEAVES);
    }

    @Test
    void builds_everything_the_first_time() throws IOException {
        Files.delete(tree.resolve("stamp"));
        assertThat(outdated()).containsExactlyElementsOf(LEAVES);
    }

    @Test
    void builds_fault_campaign_after_its_own_or_the_suites_changes() throws IOException {
        assertThat(isCampaignOutdated("first")).isTrue();
        write("faults/pom.xml", BUILT.minusSeconds(60));
        write("faults/src/main/java/A.java", BUILT.minusSeconds(60));
        write("faults/target/programs/campaign.classpath", BUILT);
        write("stamp.faults", BUILT);
        assertThat(isCampaignOutdated("built")).isFalse();
        write("faults/src/main/java/A.java", BUILT.plusSeconds(1));
        assertThat(isCampaignOutdated("changed")).isTrue();
        assertThat(outdated()).isEmpty();
        write("faults/src/main/java/A.java", BUILT.minusSeconds(60));
        write("stamp", BUILT.plusSeconds(1));
        assertThat(isCampaignOutdated("new-suite")).isTrue();
    }

    private List<String> outdated() throws IOException {
        Command.Result result =
                new Shell(folder).run("ROOT=" + tree + "; outdated_modules target/programs $ROOT/stamp");
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output().lines().toList();
    }

    private boolean isCampaignOutdated(String machine) throws IOException {
        Command.Result result = new Shell(Files.createDirectory(folder.resolve(machine)))
                .run("ROOT=" + tree + "; is_campaign_outdated target/programs $ROOT/stamp && echo yes || echo no");
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output().strip().equals("yes");
    }

    private void write(String name, Instant modified) throws IOException {
        Path file = tree.resolve(name);
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Files.setLastModifiedTime(file, FileTime.from(modified));
        while (!parent.equals(folder)) {
            Files.setLastModifiedTime(parent, FileTime.from(BUILT.minusSeconds(60)));
            parent = Objects.requireNonNull(parent.getParent());
        }
    }
}
