package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;

/**
 * A {@link Reaction} that must query another service first. The query runs before the transaction, because no remote
 * call may keep a transaction open. It may be repeated.
 *
 * @param <P> the answer of the query
 */
public interface PreparedReaction<E extends Event, P> {

    Class<E> event();

    Uni<P> prepare(E event);

    /** Sends the queries of a {@link ReadingReaction}; returns what {@link #react} needs. */
    default Uni<P> read(P prepared) {
        return Uni.createFrom().item(prepared);
    }

    Uni<Void> react(E event, EventContext context, P prepared);
}
