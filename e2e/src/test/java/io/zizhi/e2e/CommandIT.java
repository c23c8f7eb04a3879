package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands that need no running suite, or must refuse to start one. */
class CommandIT {

    @TempDir
    Path state;

    @Test
    void prints_help_and_rejects_unknown_command() {
        Command zizhi = new Command(state);
        assertThat(zizhi.run("help")).satisfies(help -> {
            assertThat(help.exitCode()).isZero();
            assertThat(help.output()).contains("./zizhi up", "./zizhi demo", "./zizhi test");
        });
        assertThat(zizhi.run("dance")).satisfies(refused -> {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output()).contains("Unknown command: dance");
        });
        assertThat(zizhi.run("help", "logs").output()).contains("--follow");
        assertThat(zizhi.run("help", "nothing").exitCode()).isEqualTo(2);
        assertThat(zizhi.run("down", "--anything").exitCode()).isEqualTo(2);
        assertThat(zizhi.run("completion", "bash").output()).contains("complete -F");
        assertThat(zizhi.run("completion", "--help").output()).contains("source <(./zizhi completion bash)");
        assertThat(zizhi.run("demo").output()).contains("Run ./zizhi up first");
        assertThat(zizhi.run("reconcile").output()).contains("Run ./zizhi up first");
        assertThat(zizhi.run("reconcile", "all").exitCode()).isEqualTo(2);
        assertThat(zizhi.run("audit").exitCode()).isEqualTo(2);
        assertThat(zizhi.run("watermark").exitCode()).isEqualTo(2);
        assertThat(zizhi.run("watermark", "README.md").output()).contains("Not a picture");
        assertThat(zizhi.run("help", "watermark").output()).contains("GET /v1/document-views/MARK");
        assertThat(zizhi.run("audit", "search").output()).contains("Run ./zizhi up first");
        assertThat(zizhi.run("audit", "verify").output()).contains("Run ./zizhi up first");
        assertThat(zizhi.run("logs", "nobody").output()).contains("no part nobody", "postgres", "review-service");
        assertThat(zizhi.run("faults", "--seed", "x")).satisfies(refused -> {
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(2);
            assertThat(refused.output()).contains("--seed must be a whole number", "./zizhi faults [--seed N]");
        });
        assertThat(zizhi.run("token", "nobody").output()).contains("no demo user nobody", "applicant-a");
    }

    @Test
    void names_port_in_use() throws IOException {
        Command zizhi = new Command(state);
        try (ServerSocket taken = new ServerSocket(zizhi.port("KAFKA"), 1, InetAddress.getLoopbackAddress())) {
            assertThat(zizhi.run("up")).satisfies(refused -> {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.output()).contains(Integer.toString(taken.getLocalPort()), "ZIZHI_PORT_KAFKA");
            });
        } finally {
            zizhi.run("down");
        }
    }
}
