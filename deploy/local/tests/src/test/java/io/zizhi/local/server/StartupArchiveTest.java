package io.zizhi.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PGJDBCMain;

class StartupArchiveTest {

    private static final List<String> OPTIONS = List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final int MAKINGS = 500;
    private static final String WORDS = "PostgreSQL JDBC";

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void copy_jar_with_program() throws IOException, URISyntaxException {
        Path original = Path.of(PGJDBCMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        jar = Files.copy(original, folder.resolve("program.jar"));
    }

    @Test
    void adds_no_options_without_record_request() {
        assertThat(archive().launchOptions(folder)).isEmpty();
    }

    @Test
    void second_start_uses_archive() throws IOException {
        makeArchive();
        assertThat(folder.resolve("startup")).doesNotExist();
        assertThat(folder.resolve("startup-taken")).doesNotExist();
        assertThat(run("-Xlog:class+load"))
                .contains(WORDS)
                .containsPattern(PGJDBCMain.class.getName() + " source: shared objects file");
    }

    @Test
    void replaces_archive_of_another_build() throws IOException {
        makeArchive();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(archive().launchOptions(folder)).isEmpty();
        makeArchive();
        assertThat(folder.resolve("cache/startup").toFile().list()).hasSize(1);
    }

    @Test
    void start_survives_broken_archive() throws IOException {
        makeArchive();
        Path file = Path.of(archive().launchOptions(folder).getFirst().replace("-XX:SharedArchiveFile=", ""));
        Files.writeString(file, "no archive at all");
        assertThat(run("-showversion")).contains(WORDS);
    }

    @Test
    void starts_and_archive_making_do_not_interfere() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread starts = new Thread(() -> {
            while (!done.get()) {
                StartupRecords.want(folder);
                archive().launchOptions(folder);
            }
        });
        starts.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        starts.start();
        for (int making = 0; making < MAKINGS; making++) {
            StartupRecords.makeArchives(folder);
        }
        done.set(true);
        starts.join();
        assertThat(failure.get()).isNull();
    }

    private void makeArchive() throws IOException {
        StartupRecords.want(folder);
        assertThat(run("-showversion")).contains(WORDS);
        StartupRecords.makeArchives(folder);
        assertThat(archive().launchOptions(folder)).anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
    }

    private StartupArchive archive() {
        return StartupArchive.of("program", folder.resolve("cache"), OPTIONS, jar.toString(), List.of(jar));
    }

    private String run(String option) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(archive().launchOptions(folder));
        command.addAll(List.of(option, "-cp", jar.toString(), PGJDBCMain.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // the program's own output; a JVM that cannot start ends by a signal or prints something else
        assertThat(process.onExit().join().exitValue()).as(output).isEqualTo(1);
        return output;
    }
}
