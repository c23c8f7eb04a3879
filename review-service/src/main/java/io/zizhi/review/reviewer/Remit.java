package io.zizhi.review.reviewer;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer may take: all that their skills cover and that is not related to them.
 *
 * @param accountId account that the reviewer belongs to; null for staff of the operator
 * @param creditCode company that this account was verified as; null where it is not known or a person's
 * @param skills what a supervisor said
 */
public record Remit(@Nullable String accountId, @Nullable String creditCode, Skills skills) {

    /**
     * Refuses what is related to the reviewer. That two persons are the same cannot be seen, because no event names one.
     *
     * @param submittersCode company that the submitting account was verified as; null where it is not known
     */
    void refuseRelated(Submission submission, @Nullable String submittersCode) {
        submission.refuseAccount(accountId);
        if (isOfOwnCompany(submission, submittersCode)) {
            throw Problems.forbidden("REVIEWER_RELATED", "Nobody reviews a submission of their own company.");
        }
    }

    /** Whether it would be refused. */
    boolean isRelatedTo(Submission submission, @Nullable String submittersCode) {
        return submission.isOf(accountId) || isOfOwnCompany(submission, submittersCode);
    }

    private boolean isOfOwnCompany(Submission submission, @Nullable String submittersCode) {
        return creditCode != null && (creditCode.equals(submission.creditCode()) || creditCode.equals(submittersCode));
    }

    void refuseUnskilled(Review review) {
        if (!skills.cover(review)) {
            throw Problems.forbidden("REVIEWER_UNSKILLED", "This review is not of a kind that you take.");
        }
    }
}
