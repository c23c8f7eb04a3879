package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Notices that the producer of a topic was restored from a backup: its events come with a higher epoch. The last one is
 * stored, and each replica remembers it, so that an event of a known epoch costs nothing.
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

    /** In a transaction of its own where the epoch is news. Several producers may write to the compacted topic. */
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
                    "The producer of %s was restored from a backup: its epoch was %d and is %d. Compare what it has with what is here",
                    topic, before, epoch);
            metrics.producerRestored(topic);
        }
    }
}
