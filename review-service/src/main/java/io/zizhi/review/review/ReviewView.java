package io.zizhi.review.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review as the desk lists it; no personal data. What has not happened is left out.
 *
 * @param workOrder its id
 * @param qualificationId the qualification, or the letter that is reviewed alone
 * @param revision number of the submitted revision
 * @param accountId account that submitted it
 * @param name name of the qualification or letter
 * @param companyName name of the owner, as on its certificate; absent where it is a person
 * @param creditCode credit code of the owner; absent where it is a person
 * @param ownerType what kind of body owns the signature
 * @param purpose for whom
 * @param status where it stands
 * @param policy by which clock
 * @param openedAt start of its clock, the submission's instant
 * @param warnAt when 75 % of the target are used up
 * @param dueAt when its target is used up
 * @param escalateAt when 150 % of the target are used up
 * @param provisional whether a day without a published calendar was counted on the way to {@code escalateAt}; the
 *     instants after that day may move when it is published, those before it stay
 * @param warnedAt when the warning was given
 * @param breachedAt when the target was missed
 * @param escalatedAt when it was escalated
 * @param reviewerId who holds it or decided it; lists show the decider only to those who may read the review, and to auditors
 * @param leaseEndsAt when it returns to the queue unless its holder calls again
 * @param outcome how it was decided; lists show it only to those who may read the review, and to auditors. With a conflict of interest they see it only when it is told, and not if the submission was withdrawn since
 * @param decidedAt when it was decided
 * @param cancelledAt when the applicant withdrew the submission
 * @param supersededAt when the applicant withdrew what had been decided already
 * @param subject whether it is about a qualification or about a letter alone
 * @param letterId the authorization letter that is reviewed, alone or with the qualification
 * @param extendedAt when a supervisor gave it more time last
 * @param extensionReason why
 * @param urgedAt when the applicant asked the desk to hurry
 * @param proposerId who proposed the decision that waits for a second person
 * @param undoUntil until when the decision can be undone; it is told then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
        long workOrder,
        long qualificationId,
        int revision,
        String accountId,
        String name,
        @Nullable String companyName,
        @Nullable String creditCode,
        OwnerType ownerType,
        Purpose purpose,
        ReviewStatus status,
        String policy,
        Instant openedAt,
        Instant warnAt,
        Instant dueAt,
        Instant escalateAt,
        boolean provisional,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant escalatedAt,
        @Nullable String reviewerId,
        @Nullable Instant leaseEndsAt,
        @Nullable ReviewOutcome outcome,
        @Nullable Instant decidedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant supersededAt,
        ReviewSubject subject,
        @Nullable Long letterId,
        @Nullable Instant extendedAt,
        @Nullable ExtensionReason extensionReason,
        @Nullable Instant urgedAt,
        @Nullable String proposerId,
        @Nullable Instant undoUntil) {

    /** Without how it was decided, where that is not told yet or, because the applicant withdrew it, perhaps never was. */
    public static ReviewView asTold(Review review) {
        boolean told = review.undoUntil() == null && review.supersededAt() == null;
        return from(review, told ? review.outcome() : null);
    }

    /** Without how a decided review was decided and by whom. */
    public static ReviewView withoutDecision(Review review) {
        return from(review, null, null);
    }

    public static ReviewView from(Review review) {
        return from(review, review.outcome());
    }

    private static ReviewView from(Review review, @Nullable ReviewOutcome outcome) {
        return from(review, outcome, review.lease().reviewerId());
    }

    private static ReviewView from(Review review, @Nullable ReviewOutcome outcome, @Nullable String reviewerId) {
        Submission submission = review.submission();
        SlaTimes sla = review.sla();
        return new ReviewView(
                review.workOrder(),
                submission.qualificationId(),
                submission.revision(),
                submission.accountId(),
                submission.name(),
                submission.companyName(),
                submission.creditCode(),
                submission.ownerType(),
                submission.purpose(),
                review.status(),
                sla.policy(),
                sla.openedAt(),
                sla.warnAt(),
                sla.dueAt(),
                sla.escalateAt(),
                sla.provisional(),
                sla.warnedAt(),
                sla.breachedAt(),
                sla.escalatedAt(),
                reviewerId,
                review.lease().endsAt(),
                outcome,
                review.decidedAt(),
                review.cancelledAt(),
                review.supersededAt(),
                submission.subject(),
                submission.letterId(),
                review.extension().extendedAt(),
                review.extension().reason(),
                review.urgedAt(),
                review.proposerId(),
                review.undoUntil());
    }
}
