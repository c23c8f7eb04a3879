package io.zizhi.review.decision.foureyes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.review.Api;
import io.zizhi.review.DeskSettings;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finds the earlier decisions that a new one contradicts, in rows of reviews. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class EarlierDecisionComponentTest {

    /** Owns all reviews of this class, which are deleted after each test. */
    private static final String ACCOUNT = "account-of-earlier-decisions";

    private static final String APPROVED = "APPROVED";
    private static final String REJECTED = "REJECTED";

    @Inject
    FindDoubt findDoubt;

    private final long id = Submitted.letter().letterId();
    private final long letter = Submitted.letter().letterId();

    @BeforeEach
    void cover_overturns() {
        DeskSettings.fourEyes(OwnerType.PUBLIC_INSTITUTION, true);
    }

    @AfterEach
    void delete_reviews() {
        for (String table : List.of("decision_point", "decision", "review_document", "review")) {
            Api.update("delete from " + table
                    + " where work_order in (select work_order from review where account_id = '" + ACCOUNT + "')");
        }
    }

    @Test
    void finds_the_last_decision_with_another_outcome() {
        long first = qualification(1, null, "cert");
        decide(first, REJECTED, null);
        long again = qualification(2, null, "cert");

        assertThat(contradicted(again, ReviewOutcome.APPROVED))
                .containsExactly(new EarlierDecision(ReviewSubject.QUALIFICATION, first, 1));
        assertThat(contradicted(again, ReviewOutcome.REJECTED)).isEmpty();
        assertThat(contradicted(again, ReviewOutcome.SUPPLEMENT_REQUESTED)).isEmpty();

        decide(again, APPROVED, null);
        long third = qualification(3, null, "cert");
        assertThat(contradicted(third, ReviewOutcome.APPROVED)).isEmpty();
        assertThat(contradicted(third, ReviewOutcome.REJECTED))
                .containsExactly(new EarlierDecision(ReviewSubject.QUALIFICATION, again, 2));
    }

    @Test
    void ignores_a_decision_about_other_documents() {
        decide(qualification(1, null, "cert", "seal"), REJECTED, null);

        assertThat(contradicted(qualification(2, null, "cert", "other"), ReviewOutcome.APPROVED))
                .isEmpty();
        assertThat(contradicted(qualification(2, null, "cert"), ReviewOutcome.APPROVED))
                .isEmpty();
    }

    @Test
    void finds_the_rejection_of_a_letter_with_its_qualification() {
        long carrier = qualification(1, letter, "cert", "picture");
        decide(carrier, REJECTED, REJECTED);
        long alone = alone("picture");

        assertThat(contradicted(alone, ReviewOutcome.APPROVED)).containsExactly(ofLetter(carrier));
        assertThat(contradicted(alone, ReviewOutcome.REJECTED)).isEmpty();
        assertThat(contradicted(alone("another picture"), ReviewOutcome.APPROVED))
                .isEmpty();
    }

    @Test
    void finds_the_approval_of_a_letter_with_a_rejected_qualification() {
        long carrier = qualification(1, letter, "cert", "picture");
        decide(carrier, REJECTED, APPROVED);
        long alone = alone("picture");

        assertThat(contradicted(alone, ReviewOutcome.APPROVED)).isEmpty();
        assertThat(contradicted(alone, ReviewOutcome.REJECTED)).containsExactly(ofLetter(carrier));
    }

    @Test
    void finds_the_rejection_of_a_letter_alone() {
        long alone = alone("picture");
        decide(alone, REJECTED, null);
        long carrier = qualification(1, letter, "cert", "picture");

        assertThat(contradicted(carrier, ReviewOutcome.APPROVED)).containsExactly(ofLetter(alone));
        assertThat(contradicted(carrier, ReviewOutcome.REJECTED, ReviewOutcome.APPROVED))
                .containsExactly(ofLetter(alone));
        assertThat(contradicted(carrier, ReviewOutcome.REJECTED)).isEmpty();
    }

    @Test
    void finds_the_rejection_of_a_letter_with_another_qualification() {
        long other = review("QUALIFICATION", Submitted.letter().letterId(), 1, letter, "cert", "picture");
        decide(other, REJECTED, REJECTED);
        long carrier = qualification(1, letter, "other cert", "picture");

        assertThat(contradicted(carrier, ReviewOutcome.REJECTED, ReviewOutcome.APPROVED))
                .containsExactly(ofLetter(other));
    }

    @Test
    void finds_a_returning_letter_only_if_it_was_the_reason() {
        decide(qualification(1, letter, "cert", "picture"), REJECTED, REJECTED, "/company/certificate");
        assertThat(contradicted(qualification(2, letter, "new cert", "picture"), ReviewOutcome.APPROVED))
                .isEmpty();

        for (String pointer : List.of("/letter", "/letterId", "/letter/documentId")) {
            long unsigned = qualification(1, letter, "cert", "picture");
            decide(unsigned, REJECTED, REJECTED, "/company/certificate", pointer);
            assertThat(contradicted(qualification(2, letter, "new cert", "picture"), ReviewOutcome.APPROVED))
                    .as(pointer)
                    .containsExactly(ofLetter(unsigned));
        }
    }

    private List<EarlierDecision> contradicted(long workOrder, ReviewOutcome outcome) {
        return contradicted(workOrder, outcome, null);
    }

    private List<EarlierDecision> contradicted(
            long workOrder, ReviewOutcome outcome, @Nullable ReviewOutcome letterOutcome) {
        Doubt doubt = Reactive.run(() -> findDoubt.find(workOrder, outcome, letterOutcome));
        assertThat(doubt.certain()).isFalse();
        return doubt.contradicted();
    }

    private static EarlierDecision ofLetter(long workOrder) {
        return new EarlierDecision(ReviewSubject.LETTER, workOrder, 1);
    }

    private long qualification(int revision, @Nullable Long carried, String... documents) {
        return review("QUALIFICATION", id, revision, carried, documents);
    }

    private long alone(String... documents) {
        return review("LETTER", letter, 1, letter, documents);
    }

    private static long review(String subject, long id, int revision, @Nullable Long letterId, String... documents) {
        long workOrder = Submitted.letter().workOrder();
        Api.update("""
                insert into review(work_order, subject, qualification_id, letter_id, revision, account_id, name, owner_type,
                    purpose, status, policy, clock_revision, opened_at, warn_at, due_at, escalate_at, provisional)
                select %d, '%s', %d, %s, %d, '%s', 'review', 'COMPANY', 'THIRD_PARTY', 'OPEN', 'STANDARD', 1,
                    moment, moment, moment, moment, false
                from (select timestamptz '2099-03-02 10:00+08' as moment) times
                """.formatted(workOrder, subject, id, letterId, revision, ACCOUNT));
        for (String document : documents) {
            Api.update("insert into review_document values (" + workOrder + ", '" + document + "')");
        }
        return workOrder;
    }

    private static void decide(long workOrder, String outcome, @Nullable String letterOutcome, String... pointers) {
        Api.update("update review set status = 'DECIDED', outcome = '" + outcome
                + "', decided_at = clock_timestamp() where work_order = " + workOrder);
        Api.update(
                "insert into decision(work_order, account_id, outcome, letter_outcome, reviewer_id, decided_at) values ("
                        + workOrder + ", '" + ACCOUNT + "', '" + outcome + "', "
                        + (letterOutcome == null ? "null" : "'" + letterOutcome + "'")
                        + ", 'reviewer-a', clock_timestamp())");
        for (int i = 0; i < pointers.length; i++) {
            Api.update("insert into decision_point(work_order, position, code, pointer) values (" + workOrder + ", " + i
                    + ", 'IMAGE_BLURRED', '" + pointers[i] + "')");
        }
    }
}
