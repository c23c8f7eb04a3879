package io.zizhi.review;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.PostgresLog;
import io.zizhi.platform.testkit.SqlStatements;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Counts the statements of a command or reaction, as Hibernate sends them and as PostgreSQL logs them. The begin travels
 * with the first statement, and a following query with the statement before it, so these take no round trip of their
 * own. Only PostgreSQL's log has the begin and the commit.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class StatementsComponentTest {

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    /** The first review and the first call of a reviewer also read settings and record the reviewer. */
    @BeforeEach
    void warmUp() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
    }

    /** The first three and the begin are one round trip: with the commit, four. */
    @Test
    void opens_review_in_five_statements() {
        QualificationSubmitted submission = Submitted.at(Instant.now());
        try (SqlStatements statements = SqlStatements.collect()) {
            EventBus.publish(submission, 1, traceparent());
            await().until(() ->
                    Api.count("select count(*) from review where work_order = " + submission.workOrder()) == 1);

            assertThat(written(statements))
                    .hasSize(5)
                    .satisfies(sql -> assertThat(sql.getFirst()).contains("inbox_cursor"))
                    .satisfies(sql -> assertThat(sql.get(1)).contains("pg_advisory_xact_lock_shared"))
                    .satisfies(sql -> assertThat(sql.get(2)).contains("clock_revision"))
                    .last()
                    .asString()
                    .contains("recorded", "armed", "documents", "appended");
        }
    }

    /** The first two and the begin are one round trip: with the commit, four. */
    @Test
    void claims_review_in_four_statements() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        try (SqlStatements statements = SqlStatements.collect()) {
            Api.as("reviewer-a")
                    .header("traceparent", traceparent())
                    .post("/v1/reviews/{workOrder}/claim", workOrder)
                    .then()
                    .statusCode(200);

            assertThat(written(statements))
                    .hasSize(4)
                    .satisfies(sql -> assertThat(sql.getFirst()).contains("for no key update"))
                    .satisfies(sql -> assertThat(sql.get(1)).contains("clock_timestamp()"))
                    .last()
                    .asString()
                    .contains("cancelled", "armed", "appended", "audited");
        }
    }

    @Test
    void decides_review_in_six_statements() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        try (SqlStatements statements = SqlStatements.collect()) {
            Api.as("reviewer-a")
                    .header("traceparent", traceparent())
                    .contentType(ContentType.JSON)
                    .body("{\"outcome\":\"APPROVED\"}")
                    .post("/v1/reviews/{workOrder}/decision", workOrder)
                    .then()
                    .statusCode(200);

            assertThat(written(statements))
                    .hasSize(6)
                    .satisfies(sql -> assertThat(sql.getFirst()).contains("for no key update"))
                    .last()
                    .asString()
                    .contains("cancelled", "figured", "appended", "audited");
        }
    }

    /** The numbers are those of ADR 0023. */
    @Test
    void postgresql_logs_the_published_number_of_statements() {
        QualificationSubmitted submission = Submitted.at(Instant.now());
        String workOrder = Long.toString(submission.workOrder());
        try (PostgresLog log = PostgresLog.open()) {
            Api.opened(submission);
            Api.claim("reviewer-a", submission.workOrder()).then().statusCode(200);
            Api.decide("reviewer-a", submission.workOrder(), "{\"outcome\":\"APPROVED\"}")
                    .then()
                    .statusCode(200);

            assertThat(log.transactionWith("insert into review ", "review.opened", workOrder))
                    .hasSize(PostgresLog.published("open a review"));
            assertThat(log.transactionWith("audited as", "review.claimed", workOrder))
                    .hasSize(PostgresLog.published("claim"));
            assertThat(log.transactionWith("audited as", "review.decided", workOrder))
                    .hasSize(PostgresLog.published("decide"));
        }
    }

    /**
     * Leaves out the statements that a replica repeats from time to time, in any call: those that load the key of an
     * account, and the one that records the reviewer.
     */
    private List<String> written(SqlStatements statements) {
        return statements.ofTrace(trace).stream()
                .filter(sql -> !sql.contains("account_key") && !sql.contains("insert into reviewer_account"))
                .toList();
    }

    private String traceparent() {
        return "00-" + trace + "-b7ad6b7169203331-01";
    }
}
