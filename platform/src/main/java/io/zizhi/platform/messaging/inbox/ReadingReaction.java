package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;

/**
 * A {@link Reaction} that begins with queries. They are sent right behind the statement that locks the event's
 * aggregate, without waiting for its answer, which saves a round trip of each event.
 *
 * @param <R> the result of the queries
 */
public interface ReadingReaction<E extends Event, R> {

    Class<E> event();

    /**
     * Sends the queries, in the transaction. All except the last one must be {@link
     * io.zizhi.platform.database.FollowingQuery following queries}. They must change nothing, because they also run for
     * an event that is a duplicate or has to wait.
     */
    Uni<R> read();

    Uni<Void> react(E event, EventContext context, R read);
}
