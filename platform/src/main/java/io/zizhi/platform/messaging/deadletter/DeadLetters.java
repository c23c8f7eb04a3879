package io.zizhi.platform.messaging.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Moves an unreadable record to the dead letters: first into the table, then to the topic. A repetition after a crash
 * writes no second row. It publishes the record again only if the crash happened before the first publication was
 * recorded.
 */
@ApplicationScoped
public class DeadLetters {

    private final StoreDeadLetter stored;
    private final DeadLetterTopic topic;

    DeadLetters(StoreDeadLetter stored, DeadLetterTopic topic) {
        this.stored = stored;
        this.topic = topic;
    }

    /**
     * Stores and publishes the record. The record may be acknowledged once this completes.
     *
     * @param reason must not quote the content
     */
    public Uni<Void> store(ConsumerRecord<String, byte[]> unreadable, String reason) {
        return stored.store(unreadable, reason)
                .chain(published -> published ? Uni.createFrom().voidItem() : publish(unreadable, reason));
    }

    private Uni<Void> publish(ConsumerRecord<String, byte[]> unreadable, String reason) {
        return topic.send(unreadable, reason).chain(() -> stored.markPublished(unreadable));
    }
}
