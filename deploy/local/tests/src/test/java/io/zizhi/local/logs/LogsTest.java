package io.zizhi.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @BeforeEach
    void create_folder() throws IOException {
        Files.createDirectory(folder.resolve("logs"));
    }

    @Test
    void merges_lines_of_all_parts_by_time() throws IOException {
        write("kafka", "2026-11-25T08:00:01.000 WARN one\n\tat a stack\n2026-11-25T08:00:03.000 WARN three\n");
        write("postgres", "2026-11-25 08:00:02.000 LOG: two\n");
        new Logs(folder, List.of("postgres", "kafka", "identity"), true).printTail(50, false, out);
        assertThat(lines())
                .containsExactly(
                        "kafka                 | 2026-11-25T08:00:01.000 WARN one",
                        "kafka                 | \tat a stack",
                        "postgres              | 2026-11-25 08:00:02.000 LOG: two",
                        "kafka                 | 2026-11-25T08:00:03.000 WARN three");
    }

    @Test
    void prints_last_lines_of_long_log() throws IOException {
        String line = "x".repeat(100);
        write("kafka", IntStream.range(0, 3000).mapToObj(i -> line + i + "\n").collect(Collectors.joining()));
        Logs logs = new Logs(folder, List.of("kafka"), false);
        logs.printTail(2, true, out);
        assertThat(lines()).containsExactly(line + 2998, line + 2999);
        printed.reset();
        logs.printTail(1500, true, out);
        assertThat(lines()).hasSize(1500).startsWith(line + 1500);
        printed.reset();
        logs.printTail(9999, true, out);
        assertThat(lines()).hasSize(3000);
    }

    @Test
    void prints_new_complete_lines_once() throws IOException {
        write("kafka", "one\n");
        Logs logs = new Logs(folder, List.of("kafka", "postgres"), false);
        logs.printTail(50, false, out);
        write("kafka", "two\nthr");
        logs.printNews(false, out);
        logs.printNews(false, out);
        assertThat(lines()).containsExactly("one", "two");
        write("kafka", "ee\n");
        write("postgres", "born later\n");
        logs.printNews(false, out);
        assertThat(lines()).containsExactly("one", "two", "three", "born later");
    }

    @Test
    void reads_replaced_log_from_start() throws IOException {
        write("kafka", "one\n");
        Logs logs = new Logs(folder, List.of("kafka"), false);
        logs.printTail(50, false, out);
        Path log = folder.resolve("logs/kafka.log");
        Files.move(log, folder.resolve("logs/kafka.log.1"));
        write("kafka", "the first line of a new log\n");
        logs.printNews(false, out);
        assertThat(lines()).containsExactly("one", "the first line of a new log");
    }

    private void write(String part, String text) throws IOException {
        Files.writeString(
                folder.resolve("logs").resolve(part + ".log"),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
