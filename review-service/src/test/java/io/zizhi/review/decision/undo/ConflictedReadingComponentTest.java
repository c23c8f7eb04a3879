package io.zizhi.review.decision.undo;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.review.Api;
import io.zizhi.review.DeskSettings;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import io.zizhi.review.casefile.ReadReview;
import io.zizhi.review.casefile.evidence.CollectEvidence;
import io.zizhi.review.casefile.evidence.EarlierDecisionsView;
import io.zizhi.review.casefile.evidence.SectionView;
import io.zizhi.review.casefile.trail.ReadTrail;
import io.zizhi.review.casefile.unmasking.UnmaskFields;
import io.zizhi.review.casefile.unmasking.UnmaskingRequest;
import io.zizhi.review.decision.ReadDecision;
import io.zizhi.review.decision.proposal.ReadProposals;
import io.zizhi.review.reviewer.conflict.RecordReviewerAccount;
import io.zizhi.review.worklist.claim.ClaimReview;
import io.zizhi.review.worklist.claim.RenewLease;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff with a conflict of interest learn a decision only when it is published, and never its notes. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ConflictedReadingComponentTest {

    /** A company that {@link Submitted} uses. */
    private static final String REVIEWED_COMPANY = "91330106673959654P";

    /** A document of every submission by {@link Submitted}. */
    private static final String SHARED_DOCUMENT = "ffffffffffffffffffffffffffffffff";

    /** A company with which only one review of this test conflicts. */
    private static final String OTHER_COMPANY = "91440305MA00000B7T";

    private static final String REJECTION = """
            {"outcome":"REJECTED","reasons":[
              {"code":"IMAGE_BLURRED","pointer":"/company/certificate","internalNote":"疑似翻拍"}]}""";

    private final String account = "account-" + UUID.randomUUID();
    private final Caller another = staff(account);

    @Inject
    ReadProposals readProposals;

    @Inject
    ReadUndoneDecisions readUndone;

    @Inject
    ReadDecision readDecision;

    @Inject
    ReadReview readReview;

    @Inject
    CollectEvidence collectEvidence;

    @Inject
    ClaimReview claimReview;

    @Inject
    RenewLease renewLease;

    @Inject
    UnmaskFields unmaskFields;

    @Inject
    ReadTrail readTrail;

    @Inject
    RecordReviewerAccount recordAccount;

    @BeforeEach
    void give_time_to_undo() {
        DeskSettings.undoWindow(Duration.ofMinutes(10));
        DeskSettings.fourEyes(OwnerType.PUBLIC_INSTITUTION, false);
    }

    @Test
    void hides_a_proposal_from_conflicted_staff() {
        QualificationSubmitted submission =
                Submitted.at(Instant.parse("2099-03-02T02:00:00Z"), OwnerType.PUBLIC_INSTITUTION);
        long workOrder = decided(submission);
        assertThat(Reactive.run(() -> readProposals.read(workOrder, another)).items())
                .hasSize(1);

        refused(() -> readProposals.read(workOrder, staff(submission.accountId())));
        verified();
        refused(() -> readProposals.read(workOrder, another));
    }

    @Test
    void hides_an_undone_decision_from_conflicted_staff() {
        QualificationSubmitted submission = Submitted.at(Instant.parse("2099-03-02T02:00:00Z"));
        long workOrder = decided(submission);
        Api.as("reviewer-a")
                .post("/v1/reviews/{workOrder}/undo", workOrder)
                .then()
                .statusCode(200);
        assertThat(Reactive.run(() -> readUndone.read(workOrder, another)).items())
                .hasSize(1);

        refused(() -> readUndone.read(workOrder, staff(submission.accountId())));
        verified();
        refused(() -> readUndone.read(workOrder, another));
    }

    @Test
    void hides_a_decision_from_conflicted_staff_everywhere() {
        QualificationSubmitted submission = Submitted.at(Instant.parse("2099-03-02T02:00:00Z"));
        long workOrder = decided(submission);
        assertThat(Reactive.run(() -> readDecision.read(workOrder, another)).reasons())
                .hasSize(1);
        assertThat(Reactive.run(() -> readReview.read(workOrder, another))
                        .review()
                        .outcome())
                .isNotNull();
        assertThat(Reactive.run(() -> collectEvidence.handle(workOrder, another)))
                .isNotNull();

        readingsRefused(workOrder, staff(submission.accountId()));
        verified();
        readingsRefused(workOrder, another);
    }

    @Test
    void hides_whether_a_decision_exists() {
        QualificationSubmitted submission = Submitted.at(Instant.parse("2099-03-02T02:00:00Z"));
        long workOrder = Api.opened(submission);

        refused(() -> readDecision.read(workOrder, staff(submission.accountId())));
        assertThatThrownBy(() -> Reactive.run(() -> readDecision.read(9, another)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("DECISION_NOT_FOUND"));
    }

    @Test
    void refuses_a_holder_whose_conflict_becomes_known() {
        QualificationSubmitted submission = Submitted.at(Instant.parse("2099-03-02T02:00:00Z"));
        long workOrder = Api.opened(submission);
        Reactive.run(() -> claimReview.claim(workOrder, another));
        UnmaskingRequest wanted = new UnmaskingRequest(List.of("/legalRepresentative/idNumber"), "与执照核对");
        Reactive.run(() -> unmaskFields.unmask(workOrder, wanted, another));
        String leaseEnd = leaseEnd(workOrder);
        Reactive.run(() -> recordAccount.record(another, null));
        claimAnswered(workOrder, 200);

        verified();

        claimAnswered(workOrder, 404);

        refused(() -> readReview.read(workOrder, another));
        refused(() -> collectEvidence.handle(workOrder, another));
        refused(() -> unmaskFields.unmask(workOrder, wanted, another));
        refused(() -> renewLease.renew(workOrder, another));
        assertThat(leaseEnd(workOrder)).isEqualTo(leaseEnd);
        assertThat(Api.count("select count(*) from audit_entry where action = 'review.unmasked' and object_id = '"
                        + workOrder + "'"))
                .isEqualTo(1);
    }

    @Test
    void shows_a_shared_document_for_the_review_without_conflict() {
        long workOrder = Api.opened(Submitted.at(Instant.parse("2099-03-02T02:00:00Z")));
        long conflicted = Api.opened(Submitted.at(Instant.parse("2099-03-02T02:00:00Z")));
        Reactive.run(() -> claimReview.claim(workOrder, another));
        Reactive.run(() -> claimReview.claim(conflicted, another));
        Reactive.run(() -> recordAccount.record(another, null));

        isAbout(conflicted, OTHER_COMPANY);
        verified(OTHER_COMPANY);

        Api.asService("document-service")
                .get("/internal/v1/claims?reviewerId={reviewer}&documentId={id}", another.subject(), SHARED_DOCUMENT)
                .then()
                .statusCode(200)
                .body("workOrder", equalTo((int) workOrder));
    }

    @Test
    void omits_only_earlier_decisions_about_the_readers_company() {
        QualificationSubmitted first = Submitted.at(Instant.parse("2099-03-02T02:00:00Z"));
        long decided = decided(first);
        long workOrder = Api.opened(Submitted.again(first), 2);
        assertThat(earlierDecisions(workOrder).items()).hasSize(1);

        isAbout(decided, OTHER_COMPANY);
        verified(OTHER_COMPANY);

        assertThat(earlierDecisions(workOrder).items()).isEmpty();
    }

    private EarlierDecisionsView earlierDecisions(long workOrder) {
        SectionView<EarlierDecisionsView> section =
                Reactive.run(() -> collectEvidence.handle(workOrder, another)).earlierDecisions();
        return Objects.requireNonNull(section.value());
    }

    private static void isAbout(long workOrder, String creditCode) {
        Api.update("update review set credit_code = '" + creditCode + "' where work_order = " + workOrder);
    }

    /** Checks the answer to document-service when the reviewer wants to view a document. */
    private void claimAnswered(long workOrder, int status) {
        Api.asService("document-service")
                .get(
                        "/internal/v1/claims?reviewerId={reviewer}&documentId={id}",
                        another.subject(),
                        Submitted.documentOf(workOrder))
                .then()
                .statusCode(status);
    }

    private void readingsRefused(long workOrder, Caller conflicted) {
        refused(() -> readDecision.read(workOrder, conflicted));
        refused(() -> readReview.read(workOrder, conflicted));
        refused(() -> collectEvidence.handle(workOrder, conflicted));
        refused(() -> readTrail.handle(workOrder, new PageRequest(), conflicted));
    }

    private static void refused(Supplier<Uni<?>> reading) {
        assertThatThrownBy(() -> Reactive.run(() -> reading.get().replaceWithVoid()))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(403);
                    assertThat(problem.code()).isEqualTo("REVIEWER_CONFLICTED");
                });
    }

    private static long decided(QualificationSubmitted submission) {
        long workOrder = Api.opened(submission);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.decide("reviewer-a", workOrder, REJECTION).then().statusCode(200);
        return workOrder;
    }

    private void verified() {
        verified(REVIEWED_COMPANY);
    }

    private void verified(String creditCode) {
        EventBus.publish(new AccountVerified(account, AccountKind.COMPANY, "示例科技有限公司", creditCode, 1), 1);
        await().until(() ->
                Api.count("select count(*) from account_identity where account_id = '" + account + "'") == 1);
    }

    private static Caller staff(String account) {
        return new Caller("supervisor-of-" + account, account, Set.of(Roles.REVIEWER, Roles.SUPERVISOR));
    }

    private static String leaseEnd(long workOrder) {
        return Api.texts("select lease_ends_at::text from review where work_order = " + workOrder)
                .getFirst();
    }
}
