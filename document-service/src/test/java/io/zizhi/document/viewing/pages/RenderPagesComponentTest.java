package io.zizhi.document.viewing.pages;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.ReviewServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.document.viewing.pages.RenderPages.Turn;
import io.zizhi.platform.testkit.VirtualTicker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class RenderPagesComponentTest {

    @Inject
    RenderPages pages;

    @Inject
    PageSettings settings;

    @Inject
    Rows rows;

    @Inject
    VirtualTicker ticker;

    @Inject
    MeterRegistry metrics;

    private final List<Turn> turns = new ArrayList<>();

    @AfterEach
    void reset() {
        turns.forEach(Turn::leave);
        ReviewServiceDouble.reset();
    }

    @Test
    void pages_that_wait_hold_no_memory_and_delay_no_staff() {
        String document = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SamplePdfs.pages(1));
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), document);
        turn("account one");
        turn("account two");

        CompletableFuture<Answer> waits = CompletableFuture.supplyAsync(() -> page("applicant-a", document, ""));
        await().until(() -> pages.waitingForProcess() == 1);

        assertThat(held()).isZero();
        assertThat(page("reviewer-a", document, "&reason=REVIEW").status()).isEqualTo(200);
        assertThat(pages.waitingForProcess()).isEqualTo(1);
        turns.forEach(Turn::leave);
        assertThat(waits.join().status()).isEqualTo(200);
    }

    @Test
    void a_page_that_was_too_complex_occupies_no_process_for_an_hour() {
        String document = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SamplePdfs.nestedGroups());
        page("applicant-a", document, "&width=2000").isProblem(422, "PAGE_TOO_COMPLEX");

        turn("account one");
        turn("account two");
        assertThat(CompletableFuture.supplyAsync(() -> page("applicant-a", document, "&width=2000")))
                .succeedsWithin(Duration.ofSeconds(30))
                .satisfies(answer -> answer.isProblem(422, "PAGE_TOO_COMPLEX"));
        turns.forEach(Turn::leave);
        assertThat(page("applicant-a", document, "&width=64").status()).isEqualTo(200);

        rows.execute("update complex_page set width = 64 where document_id = '" + document + "'");
        page("applicant-a", document, "&width=64").isProblem(422, "PAGE_TOO_COMPLEX");
        rows.execute("update complex_page set renderer = 'other limits' where document_id = '" + document + "'");
        assertThat(page("applicant-a", document, "&width=64").status()).isEqualTo(200);
        rows.execute("update complex_page set renderer = '" + pages.version()
                + "', found_at = found_at - interval '1 hour'" + " where document_id = '" + document + "'");
        assertThat(page("applicant-a", document, "&width=64").status()).isEqualTo(200);
    }

    @Test
    void an_account_that_has_used_its_time_pauses() {
        String document = DocumentsClient.stored("applicant-b", "MORE_MATERIAL", SamplePdfs.pages(1));
        String holder = "account " + rows.text("select account_id from document where id = ?", document);
        String other = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SamplePdfs.pages(1));
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), document);

        turn(holder)
                .run(() -> {
                    ticker.advance(settings.timePerAccount().plusSeconds(3));
                    return true;
                })
                .subscribeAsCompletionStage()
                .join();

        Answer refused = page("applicant-b", document, "").isProblem(429, "PAGES_LIMITED");
        assertThat(refused.header("Retry-After")).isEqualTo("16");
        assertThat(page("applicant-a", other, "").status()).isEqualTo(200);
        assertThat(page("reviewer-a", document, "&reason=REVIEW").status()).isEqualTo(200);
        ticker.advance(Duration.ofSeconds(16));
        assertThat(page("applicant-b", document, "").status()).isEqualTo(200);
    }

    private Turn turn(String holder) {
        Turn turn = pages.turn(holder, false, FileFormat.PDF)
                .subscribeAsCompletionStage()
                .join();
        turns.add(turn);
        return turn;
    }

    private static Answer page(String user, String document, String query) {
        return DocumentsClient.get(user, "/v1/documents/" + document + "/pages/1?" + query);
    }

    private double held() {
        return metrics.get("zizhi.document.memory.held")
                .tag("by", "views")
                .gauge()
                .value();
    }
}
