package io.zizhi.platform.messaging.inbox;

import io.zizhi.contracts.Topics;
import io.zizhi.platform.database.OwedRows;
import java.util.List;
import java.util.stream.Stream;

/** The receipt of an event whose cursor this transaction has locked. */
final class OwedReceipt implements OwedRows {

    /** A second delivery of the event, if one got this far, fails at the primary key. */
    private static final String RECORD = """
            recorded as (insert into inbox(event_id) values (cast(? as uuid)) returning 1),
            """;

    /**
     * The cursor never moves back: a skipped event may have a version that was used before. The event that follows is
     * selected as by {@link InboxRepository#nextHeld}, on a cursor that is not parked.
     */
    private static final String ADVANCE = """
            received as (
                select cast(? as uuid) as id, cast(? as text) as topic, cast(? as text) as aggregate_id,
                    cast(? as bigint) as version),
            advanced as (
                update inbox_cursor set last_version = greatest(last_version, version)
                from received
                where inbox_cursor.topic = received.topic and inbox_cursor.aggregate_id = received.aggregate_id
                returning 1),
            dropped as (
                delete from held_event using received
                where held_event.topic = received.topic and held_event.aggregate_id = received.aggregate_id
                  and aggregate_version <= version and (event_id = id or received.topic = '%1$s')
                returning 1),
            followed as (
                select exists (
                    select from held_event, received
                    where held_event.topic = received.topic and held_event.aggregate_id = received.aggregate_id
                      and event_id <> id
                      and case when received.topic = '%1$s' then aggregate_version > version
                          else aggregate_version <= version + 1 end) as found)""".formatted(Topics.ACCOUNT);

    private final ReceivedEvent event;
    private final boolean known;
    private boolean followed;

    /** @param known whether the event's id is recorded already */
    OwedReceipt(ReceivedEvent event, boolean known) {
        this.event = event;
        this.known = known;
    }

    /** Returns whether a held event can be applied next, once the receipt is written. */
    boolean isFollowed() {
        return followed;
    }

    @Override
    public Place place() {
        return Place.RECEIPT;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String queries() {
        return known ? ADVANCE : RECORD + ADVANCE;
    }

    @Override
    public List<Object> parameters() {
        Stream<Object> advancing =
                Stream.of(event.eventId(), event.topic(), event.aggregateId(), event.aggregateVersion());
        return (known ? advancing : Stream.concat(Stream.of(event.eventId()), advancing)).toList();
    }

    /** Returns 1 for the moved cursor, 2 if an event follows. */
    @Override
    public String result() {
        return (known ? "" : "(select 0 * count(*) from recorded) + ")
                + "(select count(*) from advanced) + (select 0 * count(*) from dropped)"
                + " + (select cast(found as integer) from followed)";
    }

    @Override
    public void written(long result) {
        if (result == 0) {
            throw new IllegalStateException("The cursor of a received event is missing.");
        }
        followed = result > 1;
    }
}
