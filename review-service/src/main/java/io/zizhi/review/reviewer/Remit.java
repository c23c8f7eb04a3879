package io.zizhi.review.reviewer;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The reviews that a reviewer may take: those that their skills cover, without a conflict of interest.
 *
 * @param accountId account that the reviewer belongs to; null for staff of the operator
 * @param creditCode company that this account was verified as; null if it is unknown or the account is a person's
 * @param skills the skills that a supervisor set
 */
public record Remit(@Nullable String accountId, @Nullable String creditCode, Skills skills) {

    /**
     * Refuses a submission with which the reviewer has a conflict of interest.
     *
     * @param submittersCode company that the submitting account was verified as; null if it is unknown
     * @param ofOwnPerson whether the submission names the person of the reviewer's account, or that person submitted it
     *     from another account
     */
    void refuseConflicted(Submission submission, @Nullable String submittersCode, boolean ofOwnPerson) {
        submission.refuseAccount(accountId);
        if (isOfOwnCompany(submission, submittersCode)) {
            throw Problems.forbidden("REVIEWER_CONFLICTED", "Nobody reviews a submission of their own company.");
        }
        if (ofOwnPerson) {
            throw Problems.forbidden("REVIEWER_CONFLICTED", "Nobody reviews a submission about themselves.");
        }
    }

    /** Returns whether the reviewer has a conflict of interest with the submission, by the same rule. */
    boolean conflictsWith(Submission submission, @Nullable String submittersCode, boolean ofOwnPerson) {
        return submission.isOf(accountId) || isOfOwnCompany(submission, submittersCode) || ofOwnPerson;
    }

    private boolean isOfOwnCompany(Submission submission, @Nullable String submittersCode) {
        return creditCode != null && (creditCode.equals(submission.creditCode()) || creditCode.equals(submittersCode));
    }

    void refuseUnskilled(Review review) {
        if (!skills.cover(review)) {
            throw Problems.forbidden(
                    "REVIEWER_UNSKILLED",
                    "Your skills do not cover this kind of review. Ask a supervisor to change them.");
        }
    }
}
