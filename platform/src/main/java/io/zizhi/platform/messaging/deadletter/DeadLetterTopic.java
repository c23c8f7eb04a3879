package io.zizhi.platform.messaging.deadletter;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.zizhi.contracts.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Publishes an unreadable record unchanged to {@code <topic>.<service>.dead-letter}, with the reason. */
@ApplicationScoped
class DeadLetterTopic {

    static final String CHANNEL = "dead-letter";

    private final MutinyEmitter<byte[]> emitter;
    private final String service;

    DeadLetterTopic(
            @Channel(CHANNEL) MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.emitter = emitter;
        this.service = service;
    }

    Uni<Void> send(ConsumerRecord<String, byte[]> unreadable, String reason) {
        RecordHeaders headers = new RecordHeaders(unreadable.headers());
        add(headers, "dead-letter-reason", reason);
        add(headers, "dead-letter-partition", Integer.toString(unreadable.partition()));
        add(headers, "dead-letter-offset", Long.toString(unreadable.offset()));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(Topics.deadLetter(unreadable.topic(), service))
                .withKey(unreadable.key())
                .withHeaders(headers)
                .build();
        byte[] value = unreadable.value() == null ? new byte[0] : unreadable.value();
        return emitter.sendMessage(Message.of(value).addMetadata(metadata));
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
