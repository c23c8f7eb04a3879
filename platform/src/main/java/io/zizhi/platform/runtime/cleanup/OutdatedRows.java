package io.zizhi.platform.runtime.cleanup;

import java.time.Duration;

/**
 * A rule that deletes old rows of one table. A service adds its own tables by producing beans of this type.
 *
 * <p>Each round reads at most {@link #SEEN} rows of outbox and inbox, from the oldest on. It therefore needs no extra
 * index and stays short, however large the table is.
 *
 * @param table name of the table, for the log and the metric
 * @param age minimum age of the rows
 * @param delete the statement, with {@code :age} in seconds and {@code :limit}
 */
public record OutdatedRows(String table, Duration age, String delete) {

    /** Rows examined per round. */
    static final int SEEN = 5000;

    /**
     * Deletes sent events by the time when they were last sent. Unsent events, and events queued for a resend, stay at
     * any age. Resent events lie among much older events and do not count as examined, so they never keep outdated rows
     * from being found.
     */
    static OutdatedRows outbox(Duration age) {
        return new OutdatedRows("outbox", age, """
                delete from outbox where sequence = any(array(
                    select sequence from (
                        select sequence, sent_at from outbox
                        where resend_requested_at is null or sent_at < clock_timestamp() - make_interval(secs => :age)
                        order by sequence limit %d) oldest
                    where sent_at < clock_timestamp() - make_interval(secs => :age)
                    order by sequence limit :limit))
                  and sent_at is not null
                """.formatted(SEEN));
    }

    /**
     * Deletes ids of received events; the ids sort by time. Cursors stay forever, so a late duplicate is still detected
     * by its version.
     */
    static OutdatedRows inbox(Duration age) {
        return new OutdatedRows("inbox", age, """
                delete from inbox where event_id = any(array(
                    select event_id from (select event_id, received_at from inbox order by event_id limit %d) oldest
                    where received_at < clock_timestamp() - make_interval(secs => :age)
                    limit :limit))
                """.formatted(SEEN));
    }

    /**
     * Deletes fired and cancelled timers, by the index on completed timers. It uses {@code statement_timestamp()},
     * which stays constant during the statement, as an index search requires.
     */
    static OutdatedRows timers(Duration age) {
        return new OutdatedRows("timer", age, """
                delete from timer where ctid = any(array(
                    select ctid from timer
                    where state <> 'ARMED' and due_at < statement_timestamp() - make_interval(secs => :age)
                      and (fired_at is null or fired_at < statement_timestamp() - make_interval(secs => :age))
                    order by due_at limit :limit for update skip locked))
                """);
    }

    /** Deletes dead letters that were read or discarded; waiting dead letters stay. */
    static OutdatedRows deadLetters(Duration age) {
        return new OutdatedRows("dead_letter", age, """
                delete from dead_letter where id = any(array(
                    select id from dead_letter
                    where state <> 'WAITING' and closed_at < clock_timestamp() - make_interval(secs => :age)
                    limit :limit))
                """);
    }
}
