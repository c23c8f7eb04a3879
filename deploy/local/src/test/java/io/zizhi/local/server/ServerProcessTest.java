package io.zizhi.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.local.LocalFailure;
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

    @TempDir
    private Path folder;

    @AfterEach
    void end_what_a_test_left() {
        ServerProcess.recorded(folder)
                .forEach(name -> ServerProcess.running(name, folder).ifPresent(ServerProcess::kill));
    }

    @Test
    void a_process_is_found_again_by_name_and_ends_when_told() {
        ServerProcess started = start("while :; do sleep 0.05; done");
        ServerProcess found = ServerProcess.running("part", folder).orElseThrow();
        assertThat(found.pid()).isEqualTo(started.pid());
        assertThat(found.alive()).isTrue();
        found.stop();
        assertThat(started.alive()).isFalse();
        assertThat(ServerProcess.recorded(folder)).isEmpty();
    }

    @Test
    void what_a_process_was_started_with_stays_to_be_seen() {
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
    void what_it_was_started_with_is_seen_while_it_becomes_another_program() {
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
    void a_killed_process_does_not_get_to_clean_up() {
        ServerProcess process = start("trap 'touch cleaned-up; exit' TERM; touch ready; while :; do sleep 0.05; done");
        process.awaitReady(
                "it", port -> Files.exists(folder.resolve("ready")) ? "" : "not yet", Duration.ofSeconds(20));
        process.kill();
        assertThat(process.alive()).isFalse();
        assertThat(folder.resolve("cleaned-up")).doesNotExist();
    }

    @Test
    void a_stranger_with_the_recorded_pid_is_neither_found_nor_harmed() {
        long stranger = ProcessHandle.current().pid();
        new ProcessRecord(stranger, 1, "KILL", "-Dwords.that=nobody-has").write(folder.resolve("run/part.pid"));
        assertThat(ServerProcess.running("part", folder)).isEmpty();
        ServerProcess.forgetEnded(folder);
        assertThat(ServerProcess.recorded(folder)).isEmpty();
    }

    @Test
    void a_process_that_ends_while_starting_is_reported_with_its_last_words() {
        assertThatThrownBy(() -> ready(launch("echo no disk left; exit 1"), port -> "not yet", Duration.ofSeconds(20)))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("the part ended while it was starting")
                .hasMessageContaining("no disk left");
    }

    @Test
    void its_last_words_are_readable_without_frames_and_its_earlier_ones_do_not_count() {
        String json =
                "{\"timestamp\":\"2026-11-25T00:00:00Z\",\"level\":\"ERROR\",\"loggerName\":\"A\",\"message\":\"no start\"}";
        assertThatThrownBy(() -> ready(launch("echo an earlier run"), port -> "not yet", Duration.ofSeconds(20)))
                .hasMessageContaining("an earlier run");
        String script = "echo '" + json + "'; printf '\\tat a.B.c(B.java:1)\\n\\t... 7 more\\n'; exit 1";
        assertThatThrownBy(() -> ready(launch(script), port -> "not yet", Duration.ofSeconds(20)))
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
    void what_its_last_words_mean_is_said_where_that_is_known(String words, String meaning) {
        assertThatThrownBy(
                        () -> ready(launch("echo '" + words + "'; exit 1"), port -> "not yet", Duration.ofSeconds(20)))
                .hasMessageContaining(words)
                .hasMessageContaining(meaning);
    }

    @Test
    void a_process_that_never_gets_ready_is_stopped_and_says_what_it_lacks() {
        assertThatThrownBy(() ->
                        ready(launch("while :; do sleep 0.05; done"), port -> "no answer", Duration.ofMillis(300)))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("no answer");
        assertThat(ServerProcess.running("part", folder)).isEmpty();
    }

    @Test
    void a_process_that_an_interrupted_program_left_starting_is_waited_for() {
        ServerProcess left = start("while :; do sleep 0.05; done");
        AtomicInteger asked = new AtomicInteger();
        Probe third = port -> asked.incrementAndGet() < 3 ? "not yet" : "";
        ServerProcess found = ready(launch("echo a second one; exit 1"), third, Duration.ofSeconds(20));
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
