package io.zizhi.review.worklist.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.QueryPlan;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.review.ReviewStatus;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decided reviews of years must not slow the queue, and a rare kind must not read every waiting row. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class QueuePlanComponentTest {

    /** As many as a plan without the index needs to be seen. At night there are three times as many. */
    private static final int ROWS = CrowdedTables.rows(100_000, 300_000);

    private static final int UNFINISHED = 20_000;

    private static final String REVIEWS = """
            insert into review(work_order, subject, qualification_id, revision, account_id, name, owner_type, purpose, status,
                policy, clock_revision, opened_at, warn_at, due_at, escalate_at, provisional, outcome, decided_at, reviewer_id)
            select i, 'QUALIFICATION', i, 1, 'company-a', 'crowd', 'COMPANY', 'SELF', case when decided then 'DECIDED' else 'OPEN' end,
                'STANDARD', 1, moment, moment, moment, moment, false,
                case when decided then 'APPROVED' end, case when decided then moment end, 'reviewer-a'
            from generate_series(1, %1$d) i,
                lateral (select i <= %1$d - %2$d as decided, now() + (i - %1$d) * interval '1 second' as moment) rows
            """.formatted(ROWS, UNFINISHED);

    private static final String ONE_LETTER = "update review set subject = 'LETTER' where work_order = " + (ROWS - 10);

    @Inject
    AgroalDataSource database;

    @Test
    void reads_pages_of_the_queue_by_index() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "review")) {
            crowded.execute(REVIEWS, ONE_LETTER).indexed("review");
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                QueryPlan page = page(crowded, kind);
                assertThat(page.indexes()).as("%s", page).containsExactly("review_queue");
                assertThat(page.pages()).as("%s", page).isLessThan(20);

                QueryPlan next = next(crowded, kind, ReviewFilter.ALL);
                assertThat(next.indexes()).as("%s", next).containsExactly("review_queue");
                assertThat(next.pages()).as("%s", next).isLessThan(20);

                QueryPlan finished = finished(crowded, kind);
                assertThat(finished.indexes()).as("%s", finished).containsExactly("review_finished");
                assertThat(finished.pages()).as("%s", finished).isLessThan(20);

                QueryPlan rare = nextLetter(crowded, kind);
                assertThat(rare.indexes()).as("%s", rare).containsExactly("review_queue");
                assertThat(rare.pages()).as("%s", rare).isLessThan(400);
            }
            crowded.execute("drop index crowded.review_queue");
            assertThat(page(crowded, QueryPlan.Kind.CUSTOM).pages())
                    .as("without the index the test must see it")
                    .isGreaterThan(400);
        }
    }

    private static QueryPlan page(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        Condition condition = new QueueFilter(null, null, ReviewFilter.ALL)
                .condition()
                .and("(due_at, work_order) > (:dueAt, :workOrder)");
        return crowded.plan(
                kind,
                QueueRepository.inOrder(condition),
                List.of("timestamptz", "bigint", "bigint"),
                List.of("now() - interval '5000 seconds'", "0", "21"));
    }

    private static QueryPlan finished(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        Condition condition = new QueueFilter(ReviewStatus.DECIDED, null, ReviewFilter.ALL).condition();
        return crowded.plan(
                kind, QueueRepository.inOrder(condition), List.of("text", "bigint"), List.of("'DECIDED'", "21"));
    }

    private static QueryPlan next(CrowdedTables crowded, QueryPlan.Kind kind, ReviewFilter filter) throws SQLException {
        return crowded.plan(
                kind,
                QueueRepository.next(QueueRepository.waiting(filter, "anna")),
                List.of("text"),
                List.of("'anna'"));
    }

    private static QueryPlan nextLetter(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        ReviewFilter letters = new ReviewFilter(null, null, null, ReviewSubject.LETTER, null, null, null);
        return crowded.plan(
                kind,
                QueueRepository.next(QueueRepository.waiting(letters, "anna")),
                List.of("text", "text"),
                List.of("'anna'", "'LETTER'"));
    }
}
