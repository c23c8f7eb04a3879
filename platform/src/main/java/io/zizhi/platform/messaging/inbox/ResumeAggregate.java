package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Applies kept events of one aggregate as far as that goes now. It waits for nothing and ends after a number of them,
 * because who asks for it has others to see to, or somebody who waits for an answer: an outage leaves the rest to the
 * sweep.
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
     * Never fails: what could not be applied for now stays kept. True when more may follow at once.
     *
     * @param most how many events
     */
    Uni<Boolean> resume(String topic, String aggregateId, int most) {
        return transaction
                .nextHeld(topic, aggregateId)
                .chain(next -> apply(next, most))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Events of %s/%s stay kept for now: %s", topic, aggregateId, failure);
                    return false;
                });
    }

    private Uni<Boolean> apply(Optional<ReceivedEvent> next, int most) {
        return next.isEmpty() || most == 0
                ? Uni.createFrom().item(next.isPresent())
                : applyEvent.unlessOutage(next.get()).chain(following -> apply(following, most - 1));
    }
}
