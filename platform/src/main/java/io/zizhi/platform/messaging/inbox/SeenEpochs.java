package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Detects that a topic's producer was restored from a backup: its events then carry a higher epoch. The last epoch is
 * stored and cached in each replica, so an event with a known epoch costs nothing.
 */
@ApplicationScoped
class SeenEpochs {

    private static final Logger LOG = Logger.getLogger(SeenEpochs.class);

    private final InboxTransaction transaction;
    private final InboxMetrics metrics;
    private final Map<String, Long> byTopic = new ConcurrentHashMap<>();

    SeenEpochs(InboxTransaction transaction, InboxMetrics metrics) {
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /**
     * Stores a new epoch in a separate transaction. Ignores the compacted topic, to which several producers may write.
     */
    Uni<Void> see(ReceivedEvent event) {
        long epoch = event.producerEpoch();
        if (!event.mustFollow() || epoch <= byTopic.getOrDefault(event.topic(), ReceivedEvent.NO_EPOCH)) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .seeEpoch(event.topic(), epoch)
                .invoke(before -> remember(event.topic(), before, epoch))
                .replaceWithVoid();
    }

    private void remember(String topic, long before, long epoch) {
        byTopic.merge(topic, Math.max(before, epoch), Math::max);
        if (before > ReceivedEvent.NO_EPOCH && before < epoch) {
            LOG.warnf(
                    "The producer of %s was restored from a backup: its epoch was %d and is %d. Run a reconciliation",
                    topic, before, epoch);
            metrics.producerRestored(topic);
        }
    }
}
