package io.zizhi.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.LiveFiles;
import io.zizhi.e2e.Login;
import io.zizhi.e2e.RunningSuite;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploads all hostile files, eight at a time, to a document-service with the small heap of one machine. */
@Tag("alone")
class HostileFilesIT {

    private static final int PARALLEL = 8;
    private static final String SERVICE = "document-service";

    /** A decoded picture of 40 megapixels takes 120 MB, and eight of them a gigabyte. */
    private static final String LARGEST = "jpeg-40-megapixels";

    private final Suite suite = RunningSuite.get();
    private final Addresses addresses = RunningSuite.addresses();
    private final Api api = Login.as("institution", addresses);

    @Test
    void every_file_has_its_outcome_and_refusals_leave_nothing()
            throws InterruptedException, ExecutionException, SQLException, IOException {
        long process = suite.processId(SERVICE);
        long rows = rows();
        long objects = objects();
        List<HostileFile> files = new ArrayList<>(HostileFiles.all());
        HostileFile largest = largest();
        for (int copy = 1; copy < PARALLEL; copy++) {
            files.addFirst(largest);
        }

        List<String> outcomes = upload(files);

        assertThat(outcomes)
                .containsExactlyElementsOf(files.stream()
                        .map(file -> outcome(file, file.status(), file.code()))
                        .toList());
        assertThat(suite.processId(SERVICE)).as("process of " + SERVICE).isEqualTo(process);
        long accepted = files.stream().filter(HostileFile::isAccepted).count();
        assertThat(rows() - rows).as("new rows").isEqualTo(accepted);
        assertThat(objects() - objects).as("new objects").isEqualTo(accepted);
    }

    @Test
    void pages_of_eight_large_pictures_at_once_are_shown() throws InterruptedException, ExecutionException {
        long process = suite.processId(SERVICE);
        URI uri = addresses.document().resolve("/v1/documents?kind=" + largest().kind());
        String id = api.upload(uri, "application/octet-stream", largest().bytes())
                .expect(201)
                .path("documentId")
                .asText();
        URI page = addresses.document().resolve("/v1/documents/" + id + "/pages/1?width=2000");

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService viewers = Executors.newFixedThreadPool(PARALLEL)) {
            Callable<Integer> viewer = () -> finalStatus(page);
            for (Future<Integer> status : viewers.invokeAll(Collections.nCopies(PARALLEL, viewer))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnly(200);
        assertThat(suite.processId(SERVICE)).as("process of " + SERVICE).isEqualTo(process);
    }

    /** Asks again while memory is taken, as often as {@code Retry-After} says. */
    private int finalStatus(URI page) {
        return await().atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> api.get(page).status(), status -> status != 429 && status != 503);
    }

    private static HostileFile largest() {
        return HostileFiles.all().stream()
                .filter(file -> file.name().equals(LARGEST))
                .findFirst()
                .orElseThrow();
    }

    private List<String> upload(List<HostileFile> files) throws InterruptedException, ExecutionException {
        Map<String, byte[]> made = new HashMap<>();
        files.forEach(file -> made.computeIfAbsent(file.name(), name -> file.bytes()));
        try (ExecutorService senders = Executors.newFixedThreadPool(PARALLEL)) {
            List<Callable<String>> uploads = new ArrayList<>();
            for (HostileFile file : files) {
                uploads.add(() -> upload(file, made.getOrDefault(file.name(), new byte[0])));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : senders.invokeAll(uploads)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private String upload(HostileFile file, byte[] bytes) {
        URI uri = addresses.document().resolve("/v1/documents?kind=" + file.kind());
        Api.Answer answer = api.upload(uri, "application/octet-stream", bytes);
        return outcome(file, answer.status(), answer.body().path("code").asText());
    }

    private static String outcome(HostileFile file, int status, String code) {
        return (file.name() + " " + status + " " + code).strip();
    }

    private long rows() throws SQLException {
        Database database = suite.infrastructure().database(SERVICE);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from document")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Counts the files of the object store. */
    private long objects() throws IOException {
        return LiveFiles.below(suite.infrastructure().folder()).stream()
                .filter(file -> file.toString().contains("/documents/"))
                .filter(file -> file.getFileName().toString().matches("[0-9a-f]{32}"))
                .count();
    }
}
