package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import java.util.function.Function;

/**
 * A service's reaction to another service's event. It runs in the transaction that records the event as received, so it
 * takes effect once. A failure that is not an outage parks the aggregate.
 */
public interface Reaction<E extends Event> {

    /**
     * Returns a reaction that only calls {@code act}. A use case triggered by several events creates one for each of
     * them.
     */
    static <E extends Event> Reaction<E> to(Class<E> event, Function<E, Uni<Void>> act) {
        return new Reaction<>() {

            @Override
            public Class<E> event() {
                return event;
            }

            @Override
            public Uni<Void> react(E happened, EventContext context) {
                return act.apply(happened);
            }
        };
    }

    Class<E> event();

    Uni<Void> react(E event, EventContext context);
}
