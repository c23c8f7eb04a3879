package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.platform.testkit.Waits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The SMSC of {@code src/test/smsc}, as a process. It needs Node; tests are skipped without it, except in CI. */
final class NpmSmsc implements AutoCloseable {

    private static final Path FOLDER = Path.of("src/test/smsc");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final List<JsonNode> seen = new CopyOnWriteArrayList<>();

    private NpmSmsc(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("npm-smsc").start(this::read);
    }

    static NpmSmsc start(String password) throws IOException, InterruptedException {
        requireInstalled();
        return new NpmSmsc(new ProcessBuilder("node", "smsc.js", password)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static void requireInstalled() {
        boolean installed = Files.exists(FOLDER.resolve("node_modules/smpp/package.json"));
        String missing = "The SMSC of npm is missing. Install it: npm ci --prefix notification-service/" + FOLDER;
        assumeTrue(installed || "true".equals(System.getenv("CI")), missing);
        assertThat(installed).as(missing).isTrue();
    }

    int port() {
        return await("listening", 1).getFirst().path("port").asInt();
    }

    /** Waits until it has seen this many events of a kind, and returns them. */
    List<JsonNode> await(String kind, int count) {
        Waits.await().until(() -> all(kind).size() >= count);
        return all(kind);
    }

    private List<JsonNode> all(String kind) {
        return seen.stream()
                .filter(event -> event.path("seen").asText().equals(kind))
                .toList();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen.add(JSON.readTree(line));
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
