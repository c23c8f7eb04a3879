package io.zizhi.review.worklist.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.ReviewStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueFilterTest {

    private static final Caller ANNA = new Caller("anna", null, Set.of());

    @Test
    void selects_all_unfinished_reviews_without_parameters() {
        assertThat(QueueFilter.of(null, null, ReviewFilter.ALL, ANNA))
                .isEqualTo(new QueueFilter(null, null, ReviewFilter.ALL));
    }

    @Test
    void selects_the_callers_reviews_with_mine() {
        assertThat(QueueFilter.of("CLAIMED", "true", ReviewFilter.ALL, ANNA))
                .isEqualTo(new QueueFilter(ReviewStatus.CLAIMED, "anna", ReviewFilter.ALL));
        assertThat(QueueFilter.of("CLAIMED", "false", ReviewFilter.ALL, ANNA))
                .isEqualTo(new QueueFilter(ReviewStatus.CLAIMED, null, ReviewFilter.ALL));
    }

    @Test
    void rejects_an_unknown_status_or_mine() {
        assertThatThrownBy(() -> QueueFilter.of("LATE", null, ReviewFilter.ALL, ANNA))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> QueueFilter.of(null, "yes", ReviewFilter.ALL, ANNA))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void adds_conditions_for_requested_filters_only() {
        ReviewFilter kind =
                new ReviewFilter("STANDARD", null, null, ReviewSubject.LETTER, Boolean.TRUE, Boolean.FALSE, null);

        Condition condition = new QueueFilter(ReviewStatus.OPEN, null, kind).condition();

        assertThat(condition.sql())
                .isEqualTo("decided_at is null and cancelled_at is null and status = :status and policy = :policy"
                        + " and subject = :subject and revision > 1 and breached_at is null");
        assertThat(condition.parameters())
                .isEqualTo(Map.of("status", "OPEN", "policy", "STANDARD", "subject", "LETTER"));
        assertThat(new QueueFilter(ReviewStatus.DECIDED, null, ReviewFilter.ALL)
                        .condition()
                        .sql())
                .isEqualTo("(decided_at is not null or cancelled_at is not null) and status = :status");
    }

    @Test
    void parses_a_cursor_to_the_microsecond() {
        assertThat(QueueCursor.parse("1795500000000001.77"))
                .isEqualTo(new QueueCursor(Instant.ofEpochSecond(1795500000L, 1_000), 77));
        assertThat(QueueCursor.parse(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".1", "a.b", "1.2.3", "-1.5", "12345678901234567.1"})
    void rejects_a_foreign_cursor(String cursor) {
        assertThatThrownBy(() -> QueueCursor.parse(cursor)).isInstanceOf(ProblemException.class);
    }
}
