package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code e2e/containers} on a machine that cannot run containers. */
class ContainersSkippedTest {

    @TempDir
    private Path folder;

    private Shell machine;

    @BeforeEach
    void simulate_machine_without_podman() throws IOException {
        machine = new Shell(folder);
    }

    @Test
    void says_skipped_with_its_reason() {
        Command.Result skipped = machine.run("e2e/containers");
        assertThat(skipped.exitCode()).isZero();
        assertThat(skipped.output().strip()).isEqualTo("SKIPPED the containers: podman is not installed");
    }

    @Test
    void fails_with_its_reason_if_required() {
        Command.Result failed = machine.run("e2e/containers --require-containers");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("podman is not installed");
    }

    /** For example without permission for namespaces or without control groups. */
    @Test
    void reports_failure_of_podman() throws IOException {
        machine.with("podman", "echo 'cannot set up namespace' >&2; exit 125");
        machine.with("runc", "").with("catatonit", "").with("kustomize", "").with("id", "echo 0");
        Command.Result skipped = machine.run("e2e/containers");
        assertThat(skipped.exitCode()).isZero();
        assertThat(skipped.output().strip())
                .startsWith("SKIPPED the containers: ")
                .contains("cannot set up namespace");
    }
}
