package io.zizhi.platform.messaging.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes a record that cannot be read out of the way: first the row, then the topic. Done again after a crash in between,
 * it writes no second row, and publishes a second time only where the crash came before the first was noted.
 */
@ApplicationScoped
public class DeadLetters {

    private final KeepDeadLetter kept;
    private final DeadLetterTopic topic;

    DeadLetters(KeepDeadLetter kept, DeadLetterTopic topic) {
        this.kept = kept;
        this.topic = topic;
    }

    /**
     * The record may be acknowledged when this is done.
     *
     * @param reason must not quote the content
     */
    public Uni<Void> keep(ConsumerRecord<String, byte[]> unreadable, String reason) {
        return kept.keep(unreadable, reason)
                .chain(published -> published ? Uni.createFrom().voidItem() : publish(unreadable, reason));
    }

    private Uni<Void> publish(ConsumerRecord<String, byte[]> unreadable, String reason) {
        return topic.send(unreadable, reason).chain(() -> kept.markPublished(unreadable));
    }
}
