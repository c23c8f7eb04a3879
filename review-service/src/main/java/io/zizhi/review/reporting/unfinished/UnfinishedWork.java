package io.zizhi.review.reporting.unfinished;

import io.zizhi.platform.database.Row;

/**
 * A group of unfinished reviews with the same policy, stage and age.
 *
 * @param policy name of their clock policy
 * @param stage the last stage that their clock reached
 * @param age their age
 * @param reviews number of reviews
 * @param untouched number of them that no reviewer has held yet
 * @param oldestSeconds seconds since the submission of the oldest
 */
record UnfinishedWork(String policy, ClockStage stage, Age age, long reviews, long untouched, long oldestSeconds) {

    static UnfinishedWork from(Row row) {
        return new UnfinishedWork(
                row.text("policy"),
                ClockStage.valueOf(row.text("stage")),
                Age.after(Math.toIntExact(row.number("age"))),
                row.number("reviews"),
                row.number("untouched"),
                Math.max(row.number("oldest"), 0));
    }
}
