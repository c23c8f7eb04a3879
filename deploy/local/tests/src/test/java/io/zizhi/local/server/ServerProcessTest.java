package io.zizhi.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.state.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @AfterEach
    void stop_remaining_processes() {
        ServerProcess.recorded(folder)
                .forEach(name -> ServerProcess.running(name, folder).ifPresent(ServerProcess::kill));
    }

    @Test
    void finds_and_stops_process_by_name() {
        ServerProcess started = start("while :; do sleep 0.05; done");
        ServerProcess found = ServerProcess.running("part", folder).orElseThrow();
        assertThat(found.pid()).isEqualTo(started.pid());
        assertThat(found.alive()).isTrue();
        found.stop();
        assertThat(started.alive()).isFalse();
        assertThat(ServerProcess.recorded(folder)).isEmpty();
    }

    @Test
    void reads_environment_of_running_process() {
        List<String> command = List.of("sh", "-c", "# " + folder + "\nwhile :; do sleep 0.05; done");
        PrivateFiles.folder(folder);
        ServerProcess.start(
                new Launch(
                        "part",
                        "the part",
                        Port.free(),
                        "PORT",
                        command,
                        folder.toString(),
                        "TERM",
                        Map.of("ZIZHI_REVIEW_LEASE", "PT5M=\n")),
                folder);
        ServerProcess found = ServerProcess.running("part", folder).orElseThrow();
        assertThat(found.environment().orElseThrow()).containsEntry("ZIZHI_REVIEW_LEASE", "PT5M=\n");
        found.kill();
        assertThat(found.environment()).isEmpty();
    }

    @Test
    void reads_environment_while_process_executes_another_program() {
        List<String> command = new ArrayList<>(Collections.nCopies(300, "env"));
        command.addAll(List.of("sh", "-c", "# " + folder + "\ntouch through; while :; do sleep 0.05; done"));
        PrivateFiles.folder(folder);
        ServerProcess process = ServerProcess.start(
                new Launch(
                        "part",
                        "the part",
                        Port.free(),
                        "PORT",
                        command,
                        folder.toString(),
                        "TERM",
                        Map.of("ZIZHI_REVIEW_LEASE", "PT5M")),
                folder);
        while (!Files.exists(folder.resolve("through"))) {
            assertThat(process.environment().orElseThrow()).containsKey("ZIZHI_REVIEW_LEASE");
        }
    }

    @Test
    void killed_process_cannot_clean_up() {
        ServerProcess process = start("trap 'touch cleaned-up; exit' TERM; touch ready; while :; do sleep 0.05; done");
        process.awaitReady("it", port -> Files.exists(folder.resolve("ready")) ? "" : "not yet", PATIENCE);
        process.kill();
        assertThat(process.alive()).isFalse();
        assertThat(folder.resolve("cleaned-up")).doesNotExist();
    }

    @Test
    void ignores_other_program_with_recorded_pid() {
        long stranger = ProcessHandle.current().pid();
        new ProcessRecord(stranger, 1, "KILL", "-Dwords.that=nobody-has").write(folder.resolve("run/part.pid"));
        assertThat(ServerProcess.running("part", folder)).isEmpty();
        ServerProcess.removeEnded(folder);
        assertThat(ServerProcess.recorded(folder)).isEmpty();
    }

    @Test
    void reports_failed_start_with_last_log_lines() {
        assertThatThrownBy(() -> ready(launch("echo no disk left; exit 1"), port -> "not yet", PATIENCE))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("the part ended while it was starting")
                .hasMessageContaining("no disk left");
    }

    @Test
    void shows_last_log_lines_without_stack_frames_or_earlier_runs() {
        String json =
                "{\"timestamp\":\"2026-11-25T00:00:00Z\",\"level\":\"ERROR\",\"loggerName\":\"A\",\"message\":\"no start\"}";
        assertThatThrownBy(() -> ready(launch("echo an earlier run"), port -> "not yet", PATIENCE))
                .hasMessageContaining("an earlier run");
        String script = "echo '" + json + "'; printf '\\tat a.B.c(B.java:1)\\n\\t... 7 more\\n'; exit 1";
        assertThatThrownBy(() -> ready(launch(script), port -> "not yet", PATIENCE))
                .hasMessageContaining("ERROR [A] no start")
                .hasMessageContaining("./zizhi logs part -n 1000")
                .hasMessageNotContaining("B.java")
                .hasMessageNotContaining("an earlier run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "java.io.IOException: No space left on device ; The disk is full",
                "PANIC:  could not write to file: No space left on device ; The disk is full",
                "Terminating due to java.lang.OutOfMemoryError: Java heap space ; not enough memory",
                "org.flywaydb.core.api.exception.FlywayValidateException: Validate failed ; ./zizhi up --fresh",
                "ERROR: relation \\\"outbox_stream\\\" already exists ; ./zizhi up --fresh",
                "FATAL:  database files are incompatible with server ; ./zizhi up --fresh",
                "could not open file: Permission denied ; belongs to another user"
            })
    void explains_known_causes_of_failed_start(String words, String meaning) {
        assertThatThrownBy(() -> ready(launch("echo '" + words + "'; exit 1"), port -> "not yet", PATIENCE))
                .hasMessageContaining(words)
                .hasMessageContaining(meaning);
    }

    @Test
    void stops_process_that_never_becomes_ready() {
        assertThatThrownBy(() ->
                        ready(launch("while :; do sleep 0.05; done"), port -> "no answer", Duration.ofMillis(300)))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("no answer");
        assertThat(ServerProcess.running("part", folder)).isEmpty();
    }

    @Test
    void waits_for_process_left_starting() {
        ServerProcess left = start("while :; do sleep 0.05; done");
        AtomicInteger asked = new AtomicInteger();
        Probe third = port -> asked.incrementAndGet() < 3 ? "not yet" : "";
        ServerProcess found = ready(launch("echo a second one; exit 1"), third, PATIENCE);
        assertThat(found.pid()).isEqualTo(left.pid());
        assertThat(asked).hasValue(3);
    }

    private ServerProcess ready(Launch launch, Probe probe, Duration timeout) {
        return ServerProcess.ready(launch.name(), launch.title(), folder, () -> launch, probe, timeout);
    }

    private ServerProcess start(String script) {
        return ServerProcess.start(launch(script), folder);
    }

    private Launch launch(String script) {
        PrivateFiles.folder(folder);
        // the folder, as an argument, distinguishes this process from others
        List<String> command = List.of("sh", "-c", "# " + folder + "\n" + script);
        return new Launch("part", "the part", Port.free(), "PORT", command, folder.toString(), "TERM", Map.of());
    }
}
