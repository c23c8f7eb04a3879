package io.zizhi.review.reviewer.conflict;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A supervisor who assigns a review has no token of the reviewer. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ReassignmentComponentTest {

    /** A company that {@link Submitted} uses. */
    private static final String REVIEWED_COMPANY = "91330106673959654P";

    private final String account = "account-" + UUID.randomUUID();
    private final String reviewer = "reviewer-" + UUID.randomUUID();

    @Inject
    RecordReviewerAccount recordAccount;

    @Test
    void refuses_to_assign_a_submission_of_the_reviewers_account() {
        var submission = Submitted.at(Instant.now());
        long workOrder = Api.opened(submission);
        called(submission.accountId());

        give(workOrder).then().statusCode(409).body("code", equalTo("ASSIGNEE_CONFLICTED"));

        Api.review("supervisor", workOrder).then().body("status", equalTo("OPEN"));
    }

    @Test
    void refuses_to_assign_a_submission_of_the_reviewers_person() {
        long workOrder = Api.opened(Submitted.ofPerson(account));
        called(account);

        give(workOrder).then().statusCode(409).body("code", equalTo("ASSIGNEE_CONFLICTED"));
    }

    @Test
    void refuses_to_assign_a_submission_about_the_reviewers_company() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        called(account);
        Api.verified(account, REVIEWED_COMPANY);

        give(workOrder).then().statusCode(409).body("code", equalTo("ASSIGNEE_CONFLICTED"));

        called(null);
        give(workOrder).then().statusCode(200).body("reviewerId", equalTo(reviewer));
    }

    @Test
    void refuses_to_assign_to_people_who_never_called_as_reviewers() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));

        give(workOrder).then().statusCode(409).body("code", equalTo("ASSIGNEE_UNKNOWN"));
        called(null, Roles.SUPERVISOR);
        give(workOrder).then().statusCode(409).body("code", equalTo("ASSIGNEE_UNKNOWN"));
        called(null, Roles.REVIEWER);
        give(workOrder).then().statusCode(200).body("reviewerId", equalTo(reviewer));
    }

    @Test
    void erases_the_account_of_a_reviewer() {
        called(account);
        Api.verified(account, REVIEWED_COMPANY);

        EventBus.send(new ProducerRecord<>(Topics.ACCOUNT, account, null));

        await().until(() ->
                Api.count("select count(*) from reviewer_account where account_id = '" + account + "'") == 0);
    }

    @Test
    void records_the_account_on_calls_of_reviewers_only() {
        Api.as("reviewer-b").get("/v1/reviews/counts").then().statusCode(200);
        Api.as("auditor").get("/v1/reviews/counts");

        assertThat(Api.texts("select reviewer_id || ' ' || coalesce(account_id, 'none') from reviewer_account"))
                .contains("reviewer-b none")
                .noneMatch(known -> known.startsWith("auditor"));
    }

    private void called(@Nullable String ofAccount) {
        called(ofAccount, Roles.REVIEWER);
    }

    private void called(@Nullable String ofAccount, String role) {
        Caller caller = new Caller(reviewer, ofAccount, Set.of(role));
        Reactive.run(() -> recordAccount.record(caller, null));
    }

    private Response give(long workOrder) {
        return Api.as("supervisor")
                .contentType(ContentType.JSON)
                .body("{\"reviewerId\":\"" + reviewer + "\",\"reason\":\"absence\"}")
                .post("/v1/reviews/{workOrder}/reassignment", workOrder);
    }
}
