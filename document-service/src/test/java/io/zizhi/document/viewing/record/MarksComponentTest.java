package io.zizhi.document.viewing.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class MarksComponentTest {

    private static final Instant START = Instant.parse("2026-12-03T04:00:00Z");
    private static final Instant END = Instant.parse("2026-12-03T04:59:59.999999Z");

    @Inject
    RecordView record;

    @Inject
    CleanUp cleanUp;

    @Inject
    Rows rows;

    private final String document = UUID.randomUUID().toString();

    @Test
    void concurrent_views_share_a_mark() {
        Set<Mark> marks = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> mark("reviewer-a", document, number % 2 == 0 ? START : END, null))
                .collect(Collectors.toSet());

        assertThat(marks).hasSize(1);
        assertThat(rows.text("select count(distinct mark) from document_view where document_id = ?", document))
                .isEqualTo("8");
    }

    @Test
    void each_person_document_hour_and_carrier_filing_has_a_mark() {
        CarrierRecipient mobile = new CarrierRecipient(1, "CHINA_MOBILE");
        CarrierRecipient telecom = new CarrierRecipient(2, "CHINA_TELECOM");

        assertThat(Set.of(
                        mark("reviewer-a", document, START, null),
                        mark("reviewer-b", document, START, null),
                        mark("reviewer-a", document + "2", START, null),
                        mark("reviewer-a", document, END.plusNanos(1000), null),
                        mark("filing-system", document, START, mobile),
                        mark("filing-system", document, START, telecom)))
                .hasSize(6);
    }

    @Test
    void marks_of_views_remain_when_they_are_given_no_more() {
        Mark mark = mark("reviewer-a", document, START.minusSeconds(172_800), null);

        Reactive.run(cleanUp::round);

        assertThat(rows.text("select count(*) from document_mark where document_id = ?", document))
                .isEqualTo("0");
        assertThat(rows.text("select watermark from document_view where document_id = ?", document))
                .isEqualTo(mark.toString());
    }

    private Mark mark(String viewer, String document, Instant at, @Nullable CarrierRecipient recipient) {
        return Reactive.run(() -> record.recordMarked(new DocumentViewing(
                document, "company-a", viewer, "reviewer", ViewReason.REVIEW, 42L, 1, recipient, at)));
    }
}
