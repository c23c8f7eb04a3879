package io.zizhi.review.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A review as the desk lists it, without personal data. Fields of events that have not occurred are absent.
 *
 * @param workOrder work order of the submission, which is the id of the review
 * @param qualificationId the qualification; absent if a letter is reviewed alone
 * @param revision number of the submitted revision
 * @param accountId account that submitted it
 * @param name name of the qualification or letter
 * @param companyName name of the owner, as on its certificate; absent if it is a person
 * @param creditCode credit code of the owner; absent if it is a person
 * @param ownerType type of the owner of the signature
 * @param purpose for the account itself or for a third party
 * @param status the status of the review
 * @param policy name of its clock policy
 * @param openedAt start of its clock, the submission's instant
 * @param warnAt when to warn, at the policy's warning share of the target (by default 75 %)
 * @param dueAt when the target is used up
 * @param escalateAt when to escalate, at the policy's escalation share of the target (by default 150 %)
 * @param provisional whether a day without a published calendar was counted on the way to {@code escalateAt}; the
 *     instants after that day may move when it is published, those before it stay
 * @param warnedAt when the warning was given
 * @param breachedAt when the target was missed
 * @param escalatedAt when it was escalated
 * @param reviewerId who holds it or decided it; lists show the decider only to callers who may read the review, and to
 *     auditors
 * @param leaseEndsAt when it returns to the queue unless its holder calls again
 * @param outcome the outcome; lists show it only to callers who may read the review, and to auditors. Callers with a
 *     conflict of interest see it only once it is published, and not if the submission was withdrawn since
 * @param decidedAt when it was decided
 * @param cancelledAt when the applicant withdrew the submission
 * @param supersededAt when the applicant withdrew after the decision
 * @param subject a qualification, or a letter alone
 * @param letterId the authorization letter that is reviewed, alone or with the qualification
 * @param extendedAt when a supervisor last extended it
 * @param extensionReason the reason for the last extension
 * @param urgedAt when the applicant urged the desk
 * @param proposerId who proposed the decision that waits for a second reviewer
 * @param undoUntil end of the undo window, when the decision is published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
        long workOrder,
        @Nullable Long qualificationId,
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

    /** Returns the id of the qualification, or of the letter that is reviewed alone. */
    public long subjectId() {
        return Objects.requireNonNull(qualificationId == null ? letterId : qualificationId);
    }

    /** Omits the outcome unless the decision was published. A withdrawn decision may never have been published. */
    public static ReviewView asPublished(Review review) {
        boolean published = review.undoUntil() == null && review.supersededAt() == null;
        return from(review, published ? review.outcome() : null);
    }

    /** Omits the outcome and the reviewer of a decided review. */
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
                submission.subject() == ReviewSubject.QUALIFICATION ? submission.qualificationId() : null,
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
