package io.zizhi.document.intake;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.RawConnection;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.VirtualTicker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class SlowUploadsComponentTest {

    @Inject
    MeterRegistry metrics;

    @Inject
    UploadPlaces places;

    @Inject
    DocumentLimits limits;

    @Inject
    VirtualTicker ticker;

    private final List<RawConnection> connections = new ArrayList<>();

    @AfterEach
    void close() {
        connections.forEach(RawConnection::close);
    }

    @Test
    void accepts_an_upload_while_slow_ones_fill_the_memory() {
        for (String user : List.of("applicant-a", "applicant-b", "agency")) {
            begin(user).send(new byte[100]);
            begin(user).send(new byte[100]);
        }
        await().until(() -> watched() == 3 && places.budget().waiting() == 3);
        CompletableFuture<String> upload = CompletableFuture.supplyAsync(() -> stored("institution"));
        await().until(() -> places.budget().waiting() == 4);
        ticker.advance(limits.crowdedWindow());
        // The second upload of each account follows the one that was cut off.
        await().until(() -> answered() == 3 && watched() == 3);
        ticker.advance(limits.crowdedWindow());
        assertThat(upload.join()).isNotEmpty();
        assertThat(limits.crowdedWindow().multipliedBy(2)).isLessThan(limits.uploadPatience());
        ticker.advanceUntil(() -> answered() == connections.size());
        connections.forEach(connection -> assertThat(connection.read(12)).isIn("HTTP/1.1 400", "HTTP/1.1 503"));
        await().until(() -> held() == 0);
    }

    @Test
    void a_flood_of_one_account_waits_without_threads() {
        for (int upload = 0; upload < 40; upload++) {
            begin("applicant-a");
        }
        await().until(() -> answered() == 40 - 1 - limits.uploadsWaitingPerAccount());
        // A thread may still be on its way out of the upload code.
        await().until(() -> blockedThreads().isEmpty());
        stored("applicant-b");
        connections.forEach(RawConnection::close);
        await().until(() -> held() == 0);
    }

    @Test
    void refuses_a_body_that_never_begins() {
        RawConnection silent = begin("applicant-a");
        assertThat(ticker.advanceUntilDone(silent::readToEnd))
                .startsWith("HTTP/1.1 400")
                .contains("UPLOAD_TOO_SLOW");
        assertThat(metrics.get("zizhi.document.transfers.cut")
                        .tag("transfer", "upload")
                        .tag("cause", "slow")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void refuses_a_body_that_stops_in_the_middle() {
        RawConnection stopped = begin("applicant-a").send(new byte[1_000_000]);
        assertThat(ticker.advanceUntilDone(stopped::readToEnd))
                .startsWith("HTTP/1.1 400")
                .contains("UPLOAD_TOO_SLOW");
    }

    @Test
    void releases_the_memory_of_a_disconnected_sender() {
        begin("applicant-a").send(new byte[1_000]);
        begin("applicant-a");
        await().until(() -> held() > 0);
        connections.forEach(RawConnection::close);
        await().until(() -> held() == 0);
    }

    @Test
    void answers_100_continue_to_a_waiting_client() {
        byte[] png = SampleFiles.png();
        RawConnection polite = open().send(
                        "applicant-a",
                        "POST /v1/documents?kind=ID_EMBLEM",
                        "Content-Type: image/png",
                        "Expect: 100-continue",
                        "Connection: close",
                        "Content-Length: " + png.length);
        assertThat(polite.read(21)).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(polite.send(png).readToEnd()).contains("HTTP/1.1 201");
    }

    @Test
    void refuses_a_form_before_its_body_arrives() {
        RawConnection form = open().send(
                        "applicant-a",
                        "POST /v1/documents?kind=ID_EMBLEM",
                        "Content-Type: multipart/form-data; boundary=x",
                        "Content-Length: " + Upload.MAX_BYTES);
        assertThat(ticker.advanceUntilDone(form::readToEnd))
                .startsWith("HTTP/1.1 415")
                .contains("FORMAT_NOT_ACCEPTED");
    }

    private static String stored(String user) {
        return DocumentsClient.stored(user, "ID_EMBLEM", SampleFiles.pngOfSize(Upload.MAX_BYTES));
    }

    private RawConnection begin(String user) {
        return open().send(
                        user,
                        "POST /v1/documents?kind=ID_EMBLEM",
                        "Content-Type: image/png",
                        "Content-Length: " + Upload.MAX_BYTES);
    }

    private RawConnection open() {
        RawConnection connection = new RawConnection();
        connections.add(connection);
        return connection;
    }

    /** Returns the number of uploads that arrive: each is checked four times a second. */
    private int watched() {
        return ticker.actionsWithin(Duration.ofMillis(250));
    }

    private long answered() {
        return connections.stream().filter(RawConnection::hasAnswer).count();
    }

    /** Returns threads that are blocked in the upload code. */
    private static List<Thread> blockedThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(stack -> Arrays.stream(stack.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("io.zizhi.document.intake.")
                                && !frame.getClassName().contains("Test")))
                .map(stack -> stack.getKey())
                .toList();
    }

    private double held() {
        return metrics.get("zizhi.document.memory.held")
                .tag("by", "uploads")
                .gauge()
                .value();
    }
}
