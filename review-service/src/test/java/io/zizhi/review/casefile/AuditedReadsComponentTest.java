package io.zizhi.review.casefile;

import static io.zizhi.review.Decisions.REJECTION;
import static io.zizhi.review.Decisions.claimed;
import static io.zizhi.review.Decisions.company;
import static io.zizhi.review.Decisions.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.DeskSettings;
import io.zizhi.review.QualificationStub;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the audit log shows who read and who was assigned a review. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class AuditedReadsComponentTest {

    @BeforeEach
    void give_time_to_undo() {
        DeskSettings.undoWindow(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer-a, reviewer,   '',               review.viewed,          submission",
        "supervisor, supervisor, '',               review.viewed,          submission",
        "auditor,    auditor,    '',               review.viewed,          submission",
        "reviewer-a, reviewer,   /evidence,        evidence.viewed,"
                + " submission documents evaluation differences earlierDecisions related",
        "auditor,    auditor,    /evidence,        evidence.viewed,"
                + " submission documents evaluation differences earlierDecisions related",
        "supervisor, supervisor, /decision,        decision.viewed,        outcome findings",
        "supervisor, supervisor, /proposals,       proposals.viewed,       outcome findings",
        "reviewer-a, reviewer,   /undone-decisions, undone-decisions.viewed, outcome findings",
    })
    void records_who_reads_what(String user, String role, String path, String action, String fields) {
        long workOrder = claimed("reviewer-a", company());
        decided("reviewer-a", workOrder, REJECTION);

        read(user, workOrder, path, 200);
        read(user, workOrder, path, 200);

        String row = user + " " + role + " company-a " + action + " " + fields;
        assertThat(views(workOrder)).containsExactly(row, row);
    }

    @Test
    void records_no_refused_read() {
        long workOrder = claimed("reviewer-a", company());

        for (String path : List.of("", "/evidence", "/decision", "/proposals", "/undone-decisions")) {
            read("reviewer-b", workOrder, path, 403);
        }
        read("reviewer-a", workOrder, "/decision", 404);

        assertThat(views(workOrder)).isEmpty();
    }

    /** Otherwise each page of a trail would make the trail longer. */
    @Test
    void records_a_view_of_the_trail_outside_the_trail() {
        long workOrder = claimed("reviewer-a", company());

        for (int time = 0; time < 2; time++) {
            Api.as("auditor")
                    .get("/v1/reviews/{workOrder}/audit-trail", workOrder)
                    .then()
                    .statusCode(200)
                    .body("items.action", contains("review.claimed"));
        }

        assertThat(Api.texts("select actor || ' ' || action from audit_entry where object_type = 'audit-trail'"
                        + " and object_id = '" + workOrder + "'"))
                .containsExactly("auditor audit-trail.viewed", "auditor audit-trail.viewed");
    }

    @Test
    void records_that_a_service_reads_the_notes() {
        long workOrder = claimed("reviewer-a", company());
        decided("reviewer-a", workOrder, REJECTION);

        Api.asService("qualification-service")
                .get("/internal/v1/reviews/{workOrder}/notes", workOrder)
                .then()
                .statusCode(200);

        assertThat(views(workOrder)).containsExactly("qualification-service service company-a decision.viewed notes");
    }

    @Test
    void names_the_person_to_whom_a_review_is_assigned() {
        QualificationSubmitted submission = company();
        long workOrder = claimed("reviewer-a", submission);
        Api.as("reviewer-a")
                .post("/v1/reviews/{workOrder}/release", workOrder)
                .then()
                .statusCode(200);
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        Api.update("update review set lease_ends_at = clock_timestamp() where work_order = " + workOrder);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);

        assertThat(assignments(workOrder))
                .containsExactly(
                        "reviewer-a review.claimed to reviewer-a",
                        "reviewer-a review.released to nobody",
                        "reviewer-b review.claimed to reviewer-b",
                        "review-service review.lapsed to nobody: lease of reviewer-b",
                        "reviewer-a review.claimed to reviewer-a");
    }

    @Test
    void records_a_lease_that_expires_by_its_timer() {
        long workOrder = claimed("reviewer-a", company());
        Api.update("update review set lease_ends_at = now() where work_order = " + workOrder);
        Api.update("update timer set due_at = now() where owner_type = 'review-lease' and owner_id = " + workOrder);

        EventBus.await(EventType.REVIEW_RELEASED, Long.toString(workOrder));

        assertThat(assignments(workOrder))
                .containsExactly(
                        "reviewer-a review.claimed to reviewer-a",
                        "review-service review.lapsed to nobody: lease of reviewer-a");
    }

    private static void read(String user, long workOrder, String path, int status) {
        Api.as(user).get("/v1/reviews/{workOrder}" + path, workOrder).then().statusCode(status);
    }

    private static List<String> views(long workOrder) {
        return Api.texts("select concat_ws(' ', actor, role, account_id, action, array_to_string(fields, ' '))"
                + " from audit_entry where object_type = 'review' and action like '%.viewed' and object_id = '"
                + workOrder + "' order by sequence");
    }

    private static List<String> assignments(long workOrder) {
        return Api.texts("select actor || ' ' || action || ' to ' || coalesce(recipient, 'nobody')"
                + " || coalesce(': ' || reason, '') from audit_entry where object_type = 'review' and object_id = '"
                + workOrder + "' order by sequence");
    }
}
