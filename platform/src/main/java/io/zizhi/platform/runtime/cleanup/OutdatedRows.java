package io.zizhi.platform.runtime.cleanup;

import java.time.Duration;

/**
 * Rows of one table that are removed when they are old enough. A service adds tables of its own by producing beans of this
 * type.
 *
 * <p>Outbox and inbox are read from the end at which the oldest rows stand, and not further than {@link #SEEN}, so that a
 * round needs no index of its own and stays short however large the table is.
 *
 * @param table name of the table, for the log and the metric
 * @param age how old they must be
 * @param delete the statement, with {@code :age} in seconds and {@code :limit}
 */
public record OutdatedRows(String table, Duration age, String delete) {

    /** Rows looked at in one round. */
    static final int SEEN = 5000;

    /**
     * Sent events, by when they were sent last; those that wait, also to be sent again, stay however old they are. Events
     * that were sent again lie among much older ones and are not counted among the rows looked at, so that they hide none
     * that lie behind them.
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
     * Ids of events, which sort by their time. The cursors stay for ever, so that an event which comes once more after
     * that is still known by its version.
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
     * Timers that fired or were cancelled, by the index on those that are over. The clock stands still for the statement,
     * because no index can be searched for one that moves.
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

    /** Records that were read or given up; those that wait stay. */
    static OutdatedRows deadLetters(Duration age) {
        return new OutdatedRows("dead_letter", age, """
                delete from dead_letter where id = any(array(
                    select id from dead_letter
                    where state <> 'WAITING' and closed_at < clock_timestamp() - make_interval(secs => :age)
                    limit :limit))
                """);
    }
}
