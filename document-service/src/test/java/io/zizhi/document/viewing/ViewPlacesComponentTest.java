package io.zizhi.document.viewing;

import static io.zizhi.platform.testkit.Waits.await;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.intake.Upload;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.RawConnection;
import io.zizhi.document.testing.ReviewServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.e2e.hostile.HostileFiles;
import io.zizhi.platform.testkit.VirtualTicker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class ViewPlacesComponentTest {

    private static final String VIEWS =
            "select count(*) from audit_entry where action = 'document.viewed' and object_id = ?";

    @Inject
    Rows rows;

    @Inject
    MeterRegistry metrics;

    @Inject
    DocumentLimits limits;

    @Inject
    ViewPlaces places;

    @Inject
    VirtualTicker ticker;

    private final byte[] bytes = SampleFiles.pdfOfSize(Upload.MAX_BYTES);
    private final String id = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", bytes);

    @AfterEach
    void reset() {
        ReviewServiceDouble.reset();
    }

    @Test
    void limits_memory_of_unread_views_and_cuts_them_off() {
        String small = DocumentsClient.stored("person", "ID_EMBLEM", SampleFiles.png());
        double cutBefore = cut();
        AtomicLong most = new AtomicLong();
        List<RawConnection> unread = new ArrayList<>();
        for (String user : List.of("applicant-a", "applicant-b", "agency", "institution")) {
            String large = DocumentsClient.stored(user, "MORE_MATERIAL", bytes);
            unread.add(ask(user, large));
            unread.add(ask(user, large));
        }
        await().until(() -> sample(most) > Upload.MAX_BYTES
                && watched() == 3
                && places.budget().waiting() == 5);
        CompletableFuture<Answer> shown = CompletableFuture.supplyAsync(
                () -> DocumentsClient.get("person", "/v1/documents/" + small + "/content"));
        await().until(() -> sample(most) > Upload.MAX_BYTES && places.budget().waiting() == 6);
        ticker.advance(limits.crowdedWindow());
        await().until(() -> sample(most) > Upload.MAX_BYTES && cut() == cutBefore + 3 && watched() == 3);
        ticker.advance(limits.crowdedWindow());
        assertThat(shown.join().status())
                .as("it has waited for memory no longer than view-patience")
                .isEqualTo(200);
        assertThat(limits.crowdedWindow().multipliedBy(2)).isLessThan(limits.viewPatience());
        ticker.advanceUntil(() -> sample(most) == 0 && cut() >= cutBefore + 4);
        assertThat(most.get()).isLessThanOrEqualTo(limits.viewMemory().asLongValue());
        unread.forEach(connection -> {
            assertThat(connection.readToEnd().length()).isLessThan(Upload.MAX_BYTES);
            connection.close();
        });
    }

    /** Uploads of 40 megapixels, at the largest width: without a limit, the eight pages would reserve 40 MiB. */
    @Test
    void eight_large_pages_at_once_stay_within_the_memory() {
        byte[] picture = HostileFiles.all().stream()
                .filter(file -> file.name().equals("jpeg-40-megapixels"))
                .findFirst()
                .orElseThrow()
                .bytes();
        Map<String, String> owned = Stream.of("applicant-a", "applicant-b", "agency", "institution")
                .collect(toMap(user -> user, user -> DocumentsClient.stored(user, "ID_EMBLEM", picture)));
        List<CompletableFuture<Answer>> pages = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            owned.forEach((user, document) -> {
                String path = "/v1/documents/" + document + "/pages/1?width=2000";
                pages.add(CompletableFuture.supplyAsync(() -> DocumentsClient.get(user, path), clients));
                pages.add(CompletableFuture.supplyAsync(() -> DocumentsClient.get(user, path), clients));
            });
            AtomicLong most = new AtomicLong();
            await().atMost(Duration.ofMinutes(3)).until(() -> {
                sample(most);
                return pages.stream().allMatch(CompletableFuture::isDone);
            });
            assertThat(most.get())
                    .isBetween((long) Upload.MAX_BYTES, limits.viewMemory().asLongValue());
        }
        assertThat(pages)
                .map(CompletableFuture::join)
                .allSatisfy(page -> assertThat(page.status()).isEqualTo(200));
        await().until(() -> held() == 0);
    }

    @Test
    void releases_memory_while_the_client_reads() {
        try (RawConnection reading = ask("applicant-a", id)) {
            reading.read(12);
            double atFirst = held();
            reading.read(4 * 1024 * 1024);
            // Nothing is cut off while time stands still. That would release memory, too.
            await().until(() -> held() <= atFirst - 2.0 * 1024 * 1024);
        }
    }

    @Test
    void clients_that_do_not_read_block_nobody_else() {
        try (RawConnection first = ask("applicant-a", id)) {
            assertThat(first.read(12)).isEqualTo("HTTP/1.1 200");
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> content("applicant-a", ""));
            await().until(() -> places.budget().waiting() == 1);
            ticker.advance(limits.viewPatience());
            Answer refused = second.join().isProblem(429, "VIEWS_BUSY");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(rows.text(VIEWS, id)).isEqualTo("1");
            String picture = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
            ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), picture);
            assertThat(DocumentsClient.get("reviewer-a", "/v1/documents/" + picture + "/content?reason=REVIEW")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(content("applicant-a", "").bytes()).isEqualTo(bytes);
    }

    @Test
    void frees_the_memory_of_every_view_that_succeeds_or_fails() {
        for (int round = 0; round < 10; round++) {
            assertThat(content("applicant-a", "").status()).isEqualTo(200);
        }
        rows.execute("update document set size = size - 1 where id = '" + id + "'");
        for (int round = 0; round < 5; round++) {
            content("applicant-a", "").isProblem(502, "DOCUMENT_DAMAGED");
        }
        await().until(() -> held() == 0);
    }

    @Test
    void answers_head_without_the_bytes() {
        try (RawConnection connection = new RawConnection()) {
            connection.send("applicant-a", "HEAD /v1/documents/" + id + "/content", "Connection: close");
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        }
    }

    private Answer content(String user, String query) {
        return DocumentsClient.get(user, "/v1/documents/" + id + "/content" + query);
    }

    private static RawConnection ask(String user, String document) {
        return new RawConnection().send(user, "GET /v1/documents/" + document + "/content", "Connection: close");
    }

    private long sample(AtomicLong most) {
        long held = (long) held();
        most.accumulateAndGet(held, Math::max);
        return held;
    }

    private double held() {
        return metrics.get("zizhi.document.memory.held")
                .tag("by", "views")
                .gauge()
                .value();
    }

    /** Returns the number of views that clients have begun to read: each is checked four times a second. */
    private int watched() {
        return ticker.actionsWithin(Duration.ofMillis(250));
    }

    private double cut() {
        return metrics.get("zizhi.document.transfers.cut").tag("transfer", "view").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
