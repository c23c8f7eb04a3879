package io.zizhi.review.reporting.unfinished;

import java.util.List;

/**
 * All unfinished reviews, and the number of reviewers working on them.
 *
 * @param groups the reviews, grouped by policy, stage and age
 * @param reviewers number of reviewers who hold a review
 */
record MeasuredWork(List<UnfinishedWork> groups, long reviewers) {

    MeasuredWork {
        groups = List.copyOf(groups);
    }
}
