package io.zizhi.review.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Waits;
import io.zizhi.review.Api;
import io.zizhi.review.Decisions;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ErasureComponentTest {

    private final String account = AccountErasures.newAccount();

    @Test
    void cancels_open_and_claimed_reviews() {
        long open = Api.opened(Submitted.of(account));
        long claimed = Decisions.claimed("reviewer-a", Submitted.of(account));
        long ofAnother = Api.opened(Submitted.of("other-" + account));

        assertThat(AccountErasures.erase(account)).containsEntry("reviews", 2);

        for (long workOrder : new long[] {open, claimed}) {
            Api.review("supervisor", workOrder).then().statusCode(200).body("status", equalTo("CANCELLED"));
            assertThat(EventBus.await(EventType.REVIEW_CANCELLED, Long.toString(workOrder), 1))
                    .hasSize(1);
            assertThat(Api.count("select count(*) from timer where state = 'ARMED' and owner_id = " + workOrder))
                    .isZero();
        }
        Api.review("supervisor", ofAnother).then().body("status", equalTo("OPEN"));
    }

    @Test
    void removes_notes_and_keeps_the_decision() {
        long workOrder = Decisions.claimed("reviewer-a", Submitted.of(account));
        Decisions.decided("reviewer-a", workOrder, Decisions.REJECTION);
        assertThat(notes(workOrder)).isEqualTo(1);

        Map<String, Integer> erased = AccountErasures.erase(account);

        assertThat(erased).containsEntry("decision-points", 1);
        assertThat(notes(workOrder)).isZero();
        assertThat(Api.count("select count(*) from decision_point where code = 'IMAGE_BLURRED' and work_order = "
                        + workOrder))
                .isEqualTo(1);
    }

    @Test
    void late_withdrawal_changes_and_parks_nothing() {
        QualificationSubmitted submission = Submitted.of(account);
        long workOrder = Api.opened(submission);
        AccountErasures.erase(account);

        EventBus.publish(
                new QualificationWithdrawn(submission.qualificationId(), workOrder, account, Instant.now()), 2);

        Waits.await()
                .until(() -> Api.count("select count(*) from inbox_cursor where topic = 'zizhi.qualification.v1'"
                                + " and last_version = 2 and parked_at is null and aggregate_id = '"
                                + submission.qualificationId() + "'")
                        == 1);
        assertThat(EventBus.all(EventType.REVIEW_CANCELLED, Long.toString(workOrder)))
                .hasSize(1);
    }

    private static long notes(long workOrder) {
        return Api.count("select count(*) from decision_point where (note is not null or internal_note is not null)"
                + " and work_order = " + workOrder);
    }
}
