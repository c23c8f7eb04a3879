package io.zizhi.platform.messaging.deadletter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Stores an unreadable record once, however often it is delivered. */
@ApplicationScoped
class StoreDeadLetter {

    private final DeadLetterRepository repository;

    StoreDeadLetter(DeadLetterRepository repository) {
        this.repository = repository;
    }

    /** Returns true if an earlier delivery already stored and published the record. */
    @WithTransaction
    Uni<Boolean> store(ConsumerRecord<String, byte[]> unreadable, String reason) {
        return repository.store(unreadable, reason).chain(() -> repository.isPublished(unreadable));
    }

    @WithTransaction
    Uni<Void> markPublished(ConsumerRecord<String, byte[]> published) {
        return repository.markPublished(published);
    }
}
