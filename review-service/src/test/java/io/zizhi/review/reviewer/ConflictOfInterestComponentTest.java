package io.zizhi.review.reviewer;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import io.zizhi.review.decision.making.DecideReview;
import io.zizhi.review.decision.making.DecisionRequest;
import io.zizhi.review.worklist.claim.ClaimReview;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ConflictOfInterestComponentTest {

    /** A company that {@link Submitted} uses. */
    private static final String REVIEWED_COMPANY = "91330106673959654P";

    private static final String ANOTHER_COMPANY = "91110000600037341L";
    private static final DecisionRequest APPROVAL = new DecisionRequest(ReviewOutcome.APPROVED, null, null, null);

    private final String account = "account-" + UUID.randomUUID();
    private final Caller reviewer = new Caller("reviewer-of-" + account, account, Set.of(Roles.REVIEWER));

    @Inject
    ClaimReview claimReview;

    @Inject
    DecideReview decideReview;

    @Test
    void refuses_members_of_the_reviewed_company() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        verified(account, REVIEWED_COMPANY, 1);

        refused("REVIEWER_CONFLICTED", () -> claim(workOrder));
        assertThat(statusOf(workOrder)).isEqualTo("OPEN");
    }

    @Test
    void refuses_members_of_the_submitters_company() {
        var submission = Submitted.withLetter(78);
        long workOrder = Api.opened(submission);
        verified(account, ANOTHER_COMPANY, 1);
        assertThatCode(() -> claim(workOrder)).doesNotThrowAnyException();
        Api.update("update review set account_id = 'other-" + account + "' where work_order = " + workOrder);

        verified("other-" + account, ANOTHER_COMPANY, 1);

        refused("REVIEWER_CONFLICTED", () -> claim(workOrder));
        refused("REVIEWER_CONFLICTED", () -> decide(workOrder));
    }

    @Test
    void refuses_the_person_whom_the_submission_names() {
        long workOrder = Api.opened(Submitted.ofPerson("other-" + account, account));

        refused("REVIEWER_CONFLICTED", () -> claim(workOrder));
        assertThat(statusOf(workOrder)).isEqualTo("OPEN");
    }

    @Test
    void refuses_a_decision_when_a_conflict_becomes_known() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        claim(workOrder);
        verified(account, REVIEWED_COMPANY, 1);

        refused("REVIEWER_CONFLICTED", () -> decide(workOrder));

        verified(account, ANOTHER_COMPANY, 2);
        decide(workOrder);
        assertThat(statusOf(workOrder)).isEqualTo("DECIDED");
    }

    @Test
    void ignores_older_identities_and_clears_erased_accounts() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        verified(account, REVIEWED_COMPANY, 5);
        EventBus.publish(new AccountVerified(account, AccountKind.COMPANY, "旧名示例有限公司", ANOTHER_COMPANY, 4), 6);
        verified("marker-" + account, ANOTHER_COMPANY, 1);
        refused("REVIEWER_CONFLICTED", () -> claim(workOrder));

        EventBus.send(new ProducerRecord<>(Topics.ACCOUNT, account, null));

        await().until(() -> codeOf(account) == null);
        assertThatCode(() -> claim(workOrder)).doesNotThrowAnyException();
    }

    private void claim(long workOrder) {
        Reactive.run(() -> claimReview.claim(workOrder, reviewer));
    }

    private void decide(long workOrder) {
        Reactive.run(() -> decideReview.decide(workOrder, APPROVAL, reviewer));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    private static void verified(String account, String creditCode, long version) {
        EventBus.publish(new AccountVerified(account, AccountKind.COMPANY, "示例科技有限公司", creditCode, version), version);
        await().until(() -> creditCode.equals(codeOf(account)));
    }

    private static @Nullable String codeOf(String account) {
        return Api.texts("select coalesce(credit_code, '') from account_identity where account_id = '" + account + "'")
                .stream()
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String statusOf(long workOrder) {
        return Api.texts("select status from review where work_order = " + workOrder)
                .getFirst();
    }
}
