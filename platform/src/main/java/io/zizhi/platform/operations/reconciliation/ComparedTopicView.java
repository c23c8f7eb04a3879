package io.zizhi.platform.operations.reconciliation;

import io.zizhi.contracts.Topics;
import io.zizhi.platform.database.Row;

/**
 * Result of a comparison for one topic.
 *
 * @param topic the topic
 * @param producer the service that publishes to it
 * @param cursors compared aggregates of this service
 * @param aggregates compared aggregates of the producer
 * @param ahead aggregates with more events applied here than published: the producer was restored from a backup
 * @param behind aggregates with events missing here
 * @param neverSeen aggregates without any received event
 * @param resentEvents events sent again
 * @param unavailable aggregates that are behind and whose events the producer has deleted
 * @param settled aggregates that were behind and whose events have been applied since
 * @param accepted aggregates that are ahead, as two operators have accepted
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
        long settled,
        long accepted) {

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
                row.number("settled"),
                row.number("accepted"));
    }

    long open() {
        return ahead + behind + neverSeen - settled - accepted;
    }
}
