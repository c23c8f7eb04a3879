package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;

/**
 * What a service does when an event happens elsewhere. It runs in the transaction that also notes the event as
 * received, so that its effect happens once. A failure that is no outage parks the aggregate.
 */
public interface Reaction<E extends Event> {

    Class<E> event();

    Uni<Void> react(E event, EventContext context);
}
