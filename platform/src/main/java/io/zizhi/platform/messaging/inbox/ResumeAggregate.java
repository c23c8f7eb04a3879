package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Applies held events of one aggregate as far as possible now. It never waits and stops after a number of events,
 * because the caller serves other aggregates or a waiting operator. During an outage, the sweep applies the rest later.
 */
@ApplicationScoped
class ResumeAggregate {

    private static final Logger LOG = Logger.getLogger(ResumeAggregate.class);

    private final ApplyEvent applyEvent;
    private final InboxTransaction transaction;

    ResumeAggregate(ApplyEvent applyEvent, InboxTransaction transaction) {
        this.applyEvent = applyEvent;
        this.transaction = transaction;
    }

    /**
     * Applies held events. Never fails: an event that cannot be applied now stays held. Returns whether more events can
     * be applied at once.
     *
     * @param most the maximum number of events
     */
    Uni<Boolean> resume(String topic, String aggregateId, int most) {
        return transaction
                .nextHeld(topic, aggregateId)
                .chain(next -> apply(next, most))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Events of %s/%s stay held for now: %s", topic, aggregateId, failure);
                    return false;
                });
    }

    private Uni<Boolean> apply(Optional<ReceivedEvent> next, int most) {
        return next.isEmpty() || most == 0
                ? Uni.createFrom().item(next.isPresent())
                : applyEvent.unlessOutage(next.get()).chain(following -> apply(following, most - 1));
    }
}
