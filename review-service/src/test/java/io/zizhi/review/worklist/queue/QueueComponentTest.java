package io.zizhi.review.worklist.queue;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import io.zizhi.review.review.ReviewStatus;
import io.zizhi.review.review.ReviewView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class QueueComponentTest {

    @Inject
    ReadQueue readQueue;

    @Inject
    ClaimNextReview claimNextReview;

    @Test
    void pages_through_the_queue_by_due_time() {
        Instant monday = Instant.parse("2098-03-03T02:00:00Z");
        long second = Api.opened(Submitted.at(monday.plusSeconds(60)));
        long first = Api.opened(Submitted.at(monday));
        long alsoSecond = Api.opened(Submitted.at(monday.plusSeconds(60)));

        List<Long> seen = readAll("reviewer-a", "");

        assertThat(seen).containsSubsequence(first, second, alsoSecond).doesNotHaveDuplicates();
    }

    @Test
    void filters_the_queue_by_status_and_holder() {
        long open = Api.opened(Submitted.at(Instant.now()));
        long mine = Api.opened(Submitted.at(Instant.now()));
        long decided = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-b", mine).then().statusCode(200);
        Api.claim("reviewer-b", decided).then().statusCode(200);
        Api.decide("reviewer-b", decided, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        assertThat(readAll("reviewer-b", "")).contains(open, mine).doesNotContain(decided);
        assertThat(readAll("reviewer-b", "status=OPEN&")).contains(open).doesNotContain(mine, decided);
        assertThat(readAll("reviewer-b", "status=CLAIMED&mine=true&"))
                .contains(mine)
                .doesNotContain(open, decided);
        assertThat(readAll("reviewer-b", "status=DECIDED&mine=true&"))
                .contains(decided)
                .doesNotContain(mine);
        assertThat(readAll("reviewer-a", "status=CLAIMED&mine=true&")).doesNotContain(mine);
        assertThat(readAll("auditor", "status=DECIDED&")).contains(decided);
    }

    @Test
    void next_review_skips_those_of_the_reviewers_person() {
        String policy = "POLICY-OF-PERSON";
        String account = "account-" + UUID.randomUUID();
        ofPolicy(policy, Submitted.ofPerson(account));
        long next = ofPolicy(policy, Submitted.at(Instant.now()));
        Caller person = new Caller("reviewer-of-" + account, account, Set.of(Roles.REVIEWER));
        ReviewFilter filter = new ReviewFilter(policy, null, null, null, null, null, null);

        ReviewView claimed = Reactive.run(() -> claimNextReview.claimNext(filter, person));

        assertThat(claimed.workOrder()).isEqualTo(next);
    }

    @Test
    void hides_outcomes_from_conflicted_staff_until_published() {
        String policy = "POLICY-OF-RELATED";
        String account = "account-" + UUID.randomUUID();
        QualificationSubmitted submission = Submitted.at(Instant.now());
        long workOrder = ofPolicy(policy, submission);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);
        Api.update("update review set undo_until = now() + interval '1 hour' where work_order = " + workOrder);
        Api.update("insert into account_identity(account_id, credit_code, version) values ('" + account + "', '"
                + submission.creditCode() + "', 1)");

        assertThat(decided(policy, null).outcome()).isEqualTo(ReviewOutcome.APPROVED);
        assertThat(decided(policy, "another-account").outcome()).isEqualTo(ReviewOutcome.APPROVED);
        assertThat(decided(policy, submission.accountId()).outcome()).isNull();
        assertThat(decided(policy, account).outcome()).isNull();

        Api.update("update review set undo_until = null, superseded_at = now() where work_order = " + workOrder);
        assertThat(decided(policy, account).outcome()).isNull();
        Api.update("update review set superseded_at = null where work_order = " + workOrder);
        assertThat(decided(policy, account).outcome()).isEqualTo(ReviewOutcome.APPROVED);
    }

    @Test
    void lists_outcomes_only_for_readers() {
        String policy = "POLICY-OF-DECIDED";
        long workOrder = ofPolicy(policy, Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        assertThat(readAll("reviewer-b", "policy=" + policy + "&")).contains(workOrder);
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        for (String user : List.of("reviewer-a", "supervisor", "auditor")) {
            listed(user, policy)
                    .body("items.outcome", contains("APPROVED"))
                    .body("items.reviewerId", contains("reviewer-a"));
        }
        listed("reviewer-b", policy)
                .body("items.status", contains("DECIDED"))
                .body("items[0]", not(hasKey("outcome")))
                .body("items[0]", not(hasKey("reviewerId")));
    }

    private static ValidatableResponse listed(String user, String policy) {
        return Api.as(user)
                .get("/v1/reviews?status=DECIDED&policy=" + policy)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private ReviewView decided(String policy, @Nullable String ofAccount) {
        Caller reader = new Caller("supervisor", ofAccount, Set.of(Roles.SUPERVISOR));
        QueueFilter filter = new QueueFilter(
                ReviewStatus.DECIDED, null, new ReviewFilter(policy, null, null, null, null, null, null));
        return Reactive.run(() -> readQueue.read(filter, new PageRequest(), reader))
                .items()
                .getFirst();
    }

    @Test
    void filters_the_queue_by_every_property() {
        String policy = "POLICY-OF-FILTERS";
        long plain = ofPolicy(policy, Submitted.at(Instant.now()));
        long institution = ofPolicy(policy, Submitted.at(Instant.now(), OwnerType.PUBLIC_INSTITUTION));
        long third = ofPolicy(policy, Submitted.withLetter(77));
        long resubmitted = ofPolicy(policy, Submitted.at(Instant.now()));
        Api.update("update review set revision = 2 where work_order = " + resubmitted);
        long letter = ofPolicy(policy, Submitted.at(Instant.now()));
        Api.update("update review set subject = 'LETTER' where work_order = " + letter);
        long late = ofPolicy(policy, Submitted.at(Instant.now().minus(Duration.ofDays(400))));
        await().until(() -> Api.count("select count(breached_at) from review where work_order = " + late) == 1);

        assertThat(only(policy, "")).containsExactlyInAnyOrder(plain, institution, third, resubmitted, letter, late);
        assertThat(only(policy, "")).startsWith(late);
        assertThat(only(policy, "ownerType=PUBLIC_INSTITUTION&")).containsExactly(institution);
        assertThat(only(policy, "purpose=THIRD_PARTY&")).containsExactly(third);
        assertThat(only(policy, "resubmitted=true&")).containsExactly(resubmitted);
        assertThat(only(policy, "resubmitted=false&")).contains(plain).doesNotContain(resubmitted);
        assertThat(only(policy, "subject=LETTER&")).containsExactly(letter);
        assertThat(only(policy, "breached=true&")).containsExactly(late);
        assertThat(only(
                        policy,
                        "breached=false&ownerType=COMPANY&purpose=SELF&subject=QUALIFICATION&resubmitted=false&"))
                .containsExactly(plain);
    }

    @Test
    void counts_unfinished_reviews_by_filter_values() {
        String policy = "POLICY-OF-COUNTS";
        long held = ofPolicy(policy, Submitted.at(Instant.now()));
        Api.claim("reviewer-b", held).then().statusCode(200);
        ofPolicy(policy, Submitted.at(Instant.now(), OwnerType.PUBLIC_INSTITUTION));
        long late = ofPolicy(policy, Submitted.at(Instant.now().minus(Duration.ofDays(400))));
        await().until(() -> Api.count("select count(breached_at) from review where work_order = " + late) == 1);
        long decided = ofPolicy(policy, Submitted.at(Instant.now()));
        Api.claim("reviewer-b", decided).then().statusCode(200);
        Api.decide("reviewer-b", decided, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        Api.as("reviewer-b")
                .get("/v1/reviews/counts?policy=" + policy)
                .then()
                .statusCode(200)
                .body("unfinished", equalTo(3))
                .body("open", equalTo(2))
                .body("mine", equalTo(1))
                .body("breached", equalTo(1))
                .body("resubmitted", equalTo(0))
                .body("policies.value", contains(policy))
                .body("ownerTypes.value", contains("COMPANY", "PUBLIC_INSTITUTION"))
                .body("ownerTypes.count", contains(2, 1))
                .body("ownerTypes.breached", contains(1, 0));
        Api.as("auditor")
                .get("/v1/reviews/counts?policy=NO-SUCH-POLICY")
                .then()
                .statusCode(200)
                .body("unfinished", equalTo(0))
                .body("$", not(hasKey("earliestDueAt")));
    }

    @Test
    void gives_concurrent_callers_different_urgent_reviews() {
        String policy = "POLICY-OF-TWENTY";
        Instant first = Instant.parse("2097-03-03T02:00:00Z");
        List<Long> waiting = new ArrayList<>();
        for (int place = 0; place < 23; place++) {
            waiting.add(ofPolicy(policy, Submitted.at(first.plusSeconds(place))));
        }

        List<Callable<Long>> callers = new ArrayList<>();
        List<String> users = List.of("reviewer-a", "reviewer-b", "supervisor");
        for (int caller = 0; caller < 20; caller++) {
            String user = users.get(caller % users.size());
            callers.add(() -> next(user, policy)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getLong("workOrder"));
        }
        List<Long> handed = Api.atOnce(callers);

        assertThat(handed).doesNotHaveDuplicates().hasSize(20);
        assertThat(waiting).containsAll(handed);
        assertThat(Api.count("select count(*) from review where status = 'CLAIMED' and policy = '" + policy + "'"))
                .isEqualTo(20);
        assertThat(next("reviewer-a", policy).jsonPath().getLong("workOrder"))
                .as("the first of those that are left")
                .isEqualTo(firstLeft(waiting, handed));
    }

    @Test
    void answers_404_when_the_queue_is_empty() {
        String policy = "POLICY-OF-NOTHING";
        next("reviewer-a", policy).then().statusCode(404).body("code", equalTo("QUEUE_EMPTY"));
        long only = ofPolicy(policy, Submitted.at(Instant.now()));
        Api.claim("reviewer-b", only).then().statusCode(200);
        next("reviewer-a", policy).then().statusCode(404).body("code", equalTo("QUEUE_EMPTY"));
    }

    private static long firstLeft(List<Long> waiting, List<Long> handed) {
        return waiting.stream().filter(one -> !handed.contains(one)).findFirst().orElseThrow();
    }

    private static Response next(String user, String policy) {
        return Api.as(user).post("/v1/reviews/next?policy=" + policy);
    }

    /** Opens a review and gives it its own policy, so that reviews of other tests do not interfere. */
    private static long ofPolicy(String policy, QualificationSubmitted submission) {
        long workOrder = Api.opened(submission);
        Api.update("update review set policy = '" + policy + "' where work_order = " + workOrder);
        return workOrder;
    }

    private static List<Long> only(String policy, String filter) {
        return readAll("supervisor", "policy=" + policy + "&" + filter);
    }

    @ParameterizedTest
    @CsvSource({
        "ownerType=FIRM,   ?ownerType,   PARAMETER_INVALID",
        "purpose=FUN,      ?purpose,     PARAMETER_INVALID",
        "subject=PERSON,   ?subject,     PARAMETER_INVALID",
        "resubmitted=1,    ?resubmitted, PARAMETER_INVALID",
        "breached=perhaps, ?breached,    PARAMETER_INVALID",
        "status=LATE, ?status, STATUS_UNKNOWN",
        "mine=maybe,  ?mine,   PARAMETER_INVALID",
        "cursor=xyz,  ?cursor, CURSOR_INVALID",
        "limit=0,     ?limit,  LIMIT_INVALID",
        "limit=101,   ?limit,  LIMIT_INVALID",
    })
    void rejects_an_invalid_query_with_code_and_parameter(String query, String pointer, String code) {
        Api.as("reviewer-a")
                .get("/v1/reviews?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({"reviewer-a, 200", "supervisor, 200", "auditor, 200", "operator, 403", "applicant-a, 403"})
    void shows_the_queue_to_desk_and_auditors_only(String user, int status) {
        Api.as(user).get("/v1/reviews").then().statusCode(status);
    }

    private static List<Long> readAll(String user, String filter) {
        List<Long> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = Api.as(user)
                    .get("/v1/reviews?" + filter + "limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.workOrder", Long.class).forEach(seen::add);
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return seen;
    }
}
