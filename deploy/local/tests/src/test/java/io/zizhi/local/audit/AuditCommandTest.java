package io.zizhi.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.zizhi.local.layout.LocalFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the audit logs of several services become one. The services are small HTTP servers. */
class AuditCommandTest {

    private static final String HEADER = "\uFEFFat,service";

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void searches_all_services_and_shows_the_newest_entries() throws IOException {
        serve(Map.of("", "{\"items\":[%s,%s]}".formatted(entry(5, "review"), entry(1, "review"))));
        serve(Map.of("", "{\"items\":[%s],\"nextCursor\":\"c\"}".formatted(entry(3, "document"))));

        run("search", "--actor", "reviewer-a", "--object", "review/7", "--limit", "2");

        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst())
                .startsWith(time(5) + "  review ")
                .endsWith("reviewer-a (reviewer)  thing.viewed  thing/1  to=b  fields=x,y");
        assertThat(lines().get(1)).startsWith(time(3) + "  document ");
        assertThat(requests)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request)
                        .startsWith("Bearer of-auditor /v1/audit-entries?")
                        .contains("actor=reviewer-a", "objectType=review", "objectId=7", "limit=2"));
    }

    @Test
    void exports_all_services_in_order_of_time_and_continues_long_exports() throws IOException {
        serve(Map.of("", file(List.of(9, 4), "# 2 nextCursor=n1"), "n1", file(List.of(2), "# 1")));
        serve(Map.of("", file(List.of(7, 3, 1), "# 3")));
        serve(Map.of("", file(List.of(), "# 0")));

        run("export", "--from", "2026-11-24T02:00:00Z");

        assertThat(lines()).containsExactly(HEADER, row(9), row(7), row(4), row(3), row(2), row(1), "# 6");
        assertThat(requests).hasSize(4).allMatch(request -> request.contains("from=2026-11-24T02%3A00%3A00Z"));
    }

    @Test
    void exports_json_lines() throws IOException {
        serve(Map.of("", entry(1, "review") + "\n{\"entries\":1}\n"));
        serve(Map.of("", entry(2, "document") + "\n{\"entries\":1}\n"));

        run("export", "--format", "json-lines");

        assertThat(lines()).containsExactly(entry(2, "document"), entry(1, "review"), "{\"entries\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# 2"})
    void refuses_an_incomplete_export(String tail) throws IOException {
        serve(Map.of("", file(List.of(1), tail)));

        assertThatThrownBy(() -> run("export")).isInstanceOf(LocalFailure.class);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void deletes_audit_data_of_an_export_that_breaks_off() throws IOException {
        String secret = UUID.randomUUID().toString();
        serve(Map.of("", file(List.of(), "# 0")));
        serve(Map.of("", file(List.of(), secret)));

        assertThatThrownBy(() -> run("export")).isInstanceOf(LocalFailure.class);
        assertThat(temporaryFiles()).noneMatch(file -> contains(file, secret));
    }

    @Test
    void names_the_service_that_refuses() throws IOException {
        serve(Map.of("", file(List.of(1), "# 1")));
        serve(Map.of());

        assertThatThrownBy(() -> run("export"))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining(addresses.getLast() + " answered 403: no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete",
                "search --who",
                "search --who x",
                "search --object review",
                "search --limit 101",
                "search --format csv",
                "export --limit 5",
                "export --format xml"
            })
    void refuses_unknown_options(String arguments) {
        assertThatThrownBy(() -> run(arguments.split(" "))).isInstanceOf(LocalFailure.class);
        assertThat(requests).isEmpty();
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("zizhi-audit-"))
                    .toList();
        }
    }

    /** Returns false if another run has deleted its file meanwhile. */
    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }

    private void run(String... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new AuditCommand(new AuditServices(addresses, "of-auditor"), stream, stream(new ByteArrayOutputStream()))
                .run(List.of(arguments));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Starts a service. It answers by the cursor of the request; without an answer it refuses. */
    private void serve(Map<String, String> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Map<String, String> byCursor = new TreeMap<>(answers);
        server.createContext("/v1/audit-entries", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestURI().getPath() + "?" + query);
            String cursor = query.replaceFirst("(?:.*&)?cursor=([^&]*).*|.*", "$1");
            byte[] answer = byCursor.getOrDefault(cursor, "no").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(byCursor.containsKey(cursor) ? 200 : 403, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        servers.add(server);
        addresses.add(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static String time(int second) {
        return "2026-11-24T02:05:0" + second + ".000000Z";
    }

    private static String entry(int second, String service) {
        return "{\"at\":\"" + time(second) + "\",\"service\":\"" + service
                + "\",\"sequence\":1,\"actor\":\"reviewer-a\",\"role\":\"reviewer\",\"action\":\"thing.viewed\","
                + "\"objectType\":\"thing\",\"objectId\":\"1\",\"recipient\":\"b\",\"fields\":[\"x\",\"y\"]}";
    }

    private static String row(int second) {
        return time(second) + ",review-service";
    }

    private static String file(List<Integer> seconds, String tail) {
        StringBuilder file = new StringBuilder(HEADER).append("\r\n");
        seconds.forEach(second -> file.append(row(second)).append("\r\n"));
        return file.append(tail).append(tail.isEmpty() ? "" : "\r\n").toString();
    }
}
