package io.zizhi.platform.sample;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topic that the sample listens to. */
@ApplicationScoped
class QualificationEvents {

    private final Inbox inbox;

    @Inject
    QualificationEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("qualification-events")
    Uni<Void> receive(ConsumerRecord<String, byte[]> message) {
        return inbox.receive(message);
    }
}
