package io.zizhi.faults.driver.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zizhi.e2e.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            byte[] body = "{\"workOrder\":7,\"code\":\"NO\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void classifies_responses_as_ok_fail_or_info() {
        assertThat(end("/200")).isEqualTo(Moment.OK);
        assertThat(end("/409")).isEqualTo(Moment.FAIL);
        assertThat(end("/503")).isEqualTo(Moment.INFO);
        server.stop(0);
        assertThat(end("/200")).isEqualTo(Moment.INFO);
    }

    @Test
    void writes_invocation_before_sending_request() throws IOException {
        Path file = folder.resolve("history.jsonl");
        try (History history = history(file)) {
            history.perform(
                    "applicant-1",
                    "submit",
                    Map.of("key", "k1"),
                    () -> {
                        assertThat(read(file))
                                .singleElement()
                                .satisfies(line -> assertThat(line)
                                        .contains("\"moment\":\"invoke\"", "\"key\":\"k1\"", "\"seed\":42"));
                        return new Api("token").get(at("/200"));
                    },
                    answer -> Map.of("workOrder", answer.path("workOrder").asText()));
            assertThat(read(file).getLast()).contains("\"moment\":\"ok\"", "\"workOrder\":\"7\"");
            assertThat(history.operations()).singleElement().satisfies(operation -> {
                assertThat(operation.sent("key")).isEqualTo("k1");
                assertThat(operation.got("workOrder")).isEqualTo("7");
            });
        }
    }

    private Moment end(String path) {
        try (History history = history(folder.resolve("one.jsonl"))) {
            return history.perform("w", "n", Map.of(), () -> new Api("token").get(at(path)), answer -> Map.of())
                    .moment();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static History history(Path file) {
        return new History(file, 42, InstantSource.fixed(Instant.parse("2026-11-25T00:00:00Z")));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
