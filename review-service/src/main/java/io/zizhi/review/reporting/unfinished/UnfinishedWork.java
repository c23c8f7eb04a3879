package io.zizhi.review.reporting.unfinished;

import io.zizhi.platform.operations.Row;

/**
 * Reviews that are not finished and are alike.
 *
 * @param policy of their clock
 * @param stage what their clock has reached
 * @param age how old they are
 * @param reviews how many
 * @param untouched how many of them no reviewer has had in hands yet
 * @param oldestSeconds since the submission of the oldest of them
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
