package io.zizhi.review.reporting.unfinished;

import java.util.List;

/**
 * All that is not finished, and who is at it.
 *
 * @param groups the reviews, those that are alike together
 * @param reviewers how many reviewers hold a review
 */
record MeasuredWork(List<UnfinishedWork> groups, long reviewers) {

    MeasuredWork {
        groups = List.copyOf(groups);
    }
}
