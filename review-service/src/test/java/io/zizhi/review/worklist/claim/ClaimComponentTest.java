package io.zizhi.review.worklist.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.ReviewReleased;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Waits;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ClaimComponentTest {

    @Test
    void publishes_audits_and_leases_a_claim() {
        long workOrder = opened();
        Instant before = Instant.now();

        String leaseEndsAt = Api.claim("reviewer-a", workOrder)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLAIMED"))
                .extract()
                .path("leaseEndsAt");

        assertThat(Instant.parse(leaseEndsAt))
                .isBetween(before.plus(Duration.ofMinutes(14)), Instant.now().plus(Duration.ofMinutes(16)));
        EventBus.await(EventType.REVIEW_CLAIMED, Long.toString(workOrder));
        assertThat(audited(workOrder)).containsExactly("review.claimed");
    }

    @Test
    void lets_one_of_two_concurrent_claims_win() {
        for (int round = 0; round < 15; round++) {
            long workOrder = opened();

            List<Integer> answers = Api.atOnce(Stream.of("reviewer-a", "reviewer-b", "supervisor")
                    .<Callable<Integer>>map(
                            user -> () -> Api.claim(user, workOrder).statusCode())
                    .toList());

            assertThat(answers).containsExactlyInAnyOrder(200, 409, 409);
            assertThat(audited(workOrder)).containsExactly("review.claimed");
            assertThat(Api.count(
                            "select count(*) from outbox where type = 'zizhi.review.claimed.v1' and aggregate_id = '"
                                    + workOrder + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void refuses_a_claimed_review_to_others() {
        long workOrder = claimed("reviewer-a");

        Api.claim("reviewer-b", workOrder).then().statusCode(409).body("code", equalTo("REVIEW_CLAIMED"));
        act("reviewer-b", workOrder, "heartbeat").then().statusCode(409).body("code", equalTo("LEASE_REQUIRED"));
        act("reviewer-b", workOrder, "release").then().statusCode(409).body("code", equalTo("LEASE_REQUIRED"));
    }

    @Test
    void renews_the_lease_on_every_call_of_the_holder() {
        long workOrder = claimed("reviewer-a");

        for (Runnable call : List.<Runnable>of(
                () -> Api.claim("reviewer-a", workOrder).then().statusCode(200),
                () -> act("reviewer-a", workOrder, "heartbeat").then().statusCode(200),
                () -> Api.review("reviewer-a", workOrder).then().statusCode(200))) {
            Api.update("update review set lease_ends_at = now() + interval '1 minute' where work_order = " + workOrder);
            call.run();
            assertThat(leaseMinutes(workOrder)).isEqualTo(14);
        }
        Api.update("update review set lease_ends_at = now() + interval '1 minute' where work_order = " + workOrder);
        Api.review("supervisor", workOrder).then().statusCode(200);
        assertThat(leaseMinutes(workOrder)).isZero();
    }

    @Test
    void opens_a_released_review_to_everyone() {
        long workOrder = claimed("reviewer-a");

        act("reviewer-a", workOrder, "release")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("$", not(hasKey("reviewerId")));

        ReviewReleased released = (ReviewReleased) EventBus.await(EventType.REVIEW_RELEASED, Long.toString(workOrder));
        assertThat(released.leaseExpired()).isFalse();
        assertThat(audited(workOrder)).containsExactly("review.claimed", "review.released");
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        assertThat(Api.count(
                        "select count(*) from timer where owner_type = 'review-lease' and state = 'ARMED' and owner_id = "
                                + workOrder))
                .isEqualTo(1);
    }

    @Test
    void returns_the_review_when_its_lease_expires() {
        long workOrder = claimed("reviewer-a");
        expireLease(workOrder);
        fireLeaseTimer(workOrder);

        ReviewReleased released = (ReviewReleased) EventBus.await(EventType.REVIEW_RELEASED, Long.toString(workOrder));

        assertThat(released.leaseExpired()).isTrue();
        Api.review("supervisor", workOrder).then().body("status", equalTo("OPEN"));
        act("reviewer-a", workOrder, "heartbeat").then().statusCode(409).body("code", equalTo("LEASE_EXPIRED"));
    }

    @Test
    void rearms_the_timer_of_a_renewed_lease() {
        long workOrder = claimed("reviewer-a");
        fireLeaseTimer(workOrder);

        Waits.await()
                .untilAsserted(() -> assertThat(
                                Api.texts("select state from timer where owner_type = 'review-lease' and owner_id = "
                                        + workOrder + " order by cycle"))
                        .containsExactly("FIRED", "ARMED"));
        Api.review("reviewer-a", workOrder).then().body("status", equalTo("CLAIMED"));
    }

    @Test
    void takes_over_an_expired_claim_before_its_timer_fires() {
        long workOrder = claimed("reviewer-a");
        expireLease(workOrder);

        act("reviewer-a", workOrder, "heartbeat").then().statusCode(409).body("code", equalTo("LEASE_EXPIRED"));
        Api.claim("reviewer-b", workOrder).then().statusCode(200);

        ReviewReleased released = (ReviewReleased) EventBus.await(EventType.REVIEW_RELEASED, Long.toString(workOrder));
        assertThat(released.leaseExpired()).isTrue();
        EventBus.await(EventType.REVIEW_CLAIMED, Long.toString(workOrder), 2);
    }

    @Test
    void answers_404_when_claiming_an_unknown_review() {
        Api.claim("reviewer-a", 9).then().statusCode(404).body("code", equalTo("REVIEW_NOT_FOUND"));
        act("reviewer-a", 9, "heartbeat").then().statusCode(404);
        act("reviewer-a", 9, "release").then().statusCode(404);
    }

    @Test
    void finds_a_live_claim_on_a_document() {
        long workOrder = claimed("reviewer-a");
        String reviewer = Api.review("reviewer-a", workOrder).path("reviewerId");
        String document = Submitted.documentOf(workOrder);

        claimOn(reviewer, document).then().statusCode(200).body("workOrder", equalTo((int) workOrder));
        claimOn("somebody-else", document).then().statusCode(404).body("code", equalTo("CLAIM_NOT_FOUND"));
        claimOn(reviewer, Submitted.documentOf(1)).then().statusCode(404);
        expireLease(workOrder);
        claimOn(reviewer, document).then().statusCode(404);
    }

    @Test
    void answers_claims_to_services_and_requires_both_parameters() {
        Api.as("reviewer-a")
                .get("/internal/v1/claims?reviewerId=x&documentId=y")
                .then()
                .statusCode(403);
        Api.asService("document-service")
                .get("/internal/v1/claims?reviewerId=x")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?documentId"));
    }

    @Test
    void finds_a_live_claim_on_a_review() {
        long workOrder = claimed("reviewer-a");
        String reviewer = Api.review("reviewer-a", workOrder).path("reviewerId");

        claimOf(reviewer, workOrder).then().statusCode(200).body("workOrder", equalTo((int) workOrder));
        claimOf("somebody-else", workOrder).then().statusCode(404).body("code", equalTo("CLAIM_NOT_FOUND"));
        claimOf(reviewer, claimed("reviewer-b")).then().statusCode(404);
        expireLease(workOrder);
        claimOf(reviewer, workOrder).then().statusCode(404);
    }

    private static io.restassured.response.Response claimOf(String reviewer, long workOrder) {
        return Api.asService("qualification-service")
                .queryParam("reviewerId", reviewer)
                .get("/internal/v1/reviews/{workOrder}/claim", workOrder);
    }

    private static io.restassured.response.Response claimOn(String reviewer, String document) {
        return Api.asService("document-service")
                .queryParam("reviewerId", reviewer)
                .queryParam("documentId", document)
                .get("/internal/v1/claims");
    }

    private static long opened() {
        return Api.opened(Submitted.at(Instant.now()));
    }

    private static long claimed(String user) {
        long workOrder = opened();
        Api.claim(user, workOrder).then().statusCode(200);
        return workOrder;
    }

    private static io.restassured.response.Response act(String user, long workOrder, String verb) {
        return Api.as(user).post("/v1/reviews/{workOrder}/{verb}", workOrder, verb);
    }

    private static void expireLease(long workOrder) {
        Api.update("update review set lease_ends_at = now() - interval '1 second' where work_order = " + workOrder);
    }

    private static void fireLeaseTimer(long workOrder) {
        Api.update("update timer set due_at = now() where owner_type = 'review-lease' and owner_id = " + workOrder);
    }

    private static long leaseMinutes(long workOrder) {
        return Api.count("select cast(floor(extract(epoch from lease_ends_at - clock_timestamp()) / 60) as bigint)"
                + " from review where work_order = " + workOrder);
    }

    private static List<String> audited(long workOrder) {
        return Api.texts("select action from audit_entry where object_type = 'review' and object_id = '" + workOrder
                + "' order by sequence");
    }
}
