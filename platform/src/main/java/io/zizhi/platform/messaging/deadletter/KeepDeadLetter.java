package io.zizhi.platform.messaging.deadletter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes down a record that cannot be read, once, however often it is delivered. */
@ApplicationScoped
class KeepDeadLetter {

    private final DeadLetterRepository repository;

    KeepDeadLetter(DeadLetterRepository repository) {
        this.repository = repository;
    }

    /** True when it was kept and published at an earlier delivery. */
    @WithTransaction
    Uni<Boolean> keep(ConsumerRecord<String, byte[]> unreadable, String reason) {
        return repository.keep(unreadable, reason).chain(() -> repository.isPublished(unreadable));
    }

    @WithTransaction
    Uni<Void> markPublished(ConsumerRecord<String, byte[]> published) {
        return repository.markPublished(published);
    }
}
