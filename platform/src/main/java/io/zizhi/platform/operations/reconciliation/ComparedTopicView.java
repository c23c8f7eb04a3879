package io.zizhi.platform.operations.reconciliation;

import io.zizhi.contracts.Topics;
import io.zizhi.platform.operations.Row;

/**
 * What a comparison found in one topic.
 *
 * @param topic the topic
 * @param producer the service that publishes to it
 * @param cursors aggregates of this service that were compared
 * @param aggregates aggregates of the producer that were compared
 * @param ahead aggregates of which this service has applied more than the producer has: it was restored from a backup
 * @param behind aggregates of which events are missing here
 * @param neverSeen aggregates of which no event has come
 * @param resentEvents events that are sent again
 * @param unavailable aggregates that are behind, and whose events the producer has cleaned up
 * @param settled aggregates that were behind, and whose events have come and were applied
 */
public record ComparedTopicView(
        String topic,
        String producer,
        long cursors,
        long aggregates,
        long ahead,
        long behind,
        long neverSeen,
        long resentEvents,
        long unavailable,
        long settled) {

    static ComparedTopicView from(Row row) {
        String topic = row.text("topic");
        return new ComparedTopicView(
                topic,
                Topics.producer(topic),
                row.number("cursors"),
                row.number("aggregates"),
                row.number("ahead"),
                row.number("behind"),
                row.number("never_seen"),
                row.number("events"),
                row.number("unavailable"),
                row.number("settled"));
    }

    long open() {
        return ahead + behind + neverSeen - settled;
    }
}
