package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;

/**
 * A {@link Reaction} that has to ask another service first. Asking happens before the transaction is opened, because no
 * remote call may keep one open; it may be repeated.
 *
 * @param <P> what was asked for
 */
public interface PreparedReaction<E extends Event, P> {

    Class<E> event();

    Uni<P> prepare(E event);

    Uni<Void> react(E event, EventContext context, P prepared);
}
