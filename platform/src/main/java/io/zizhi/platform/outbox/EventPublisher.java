package io.zizhi.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends one event as a CloudEvent in binary mode; done when the broker has acknowledged it. */
@ApplicationScoped
class EventPublisher {

    static final String CHANNEL = "outbox";

    private final MutinyEmitter<byte[]> emitter;
    private final String source;

    @Inject
    EventPublisher(
            @Channel(CHANNEL) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4096)
                    MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.emitter = emitter;
        this.source = "/zizhi/" + service;
    }

    /** Calls made one after the other on one thread are sent in that order. */
    Uni<Void> publish(OutboxRow row) {
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic())
                .withKey(row.aggregateId())
                .withHeaders(headers(row))
                .build();
        return emitter.sendMessage(
                Message.of(row.payload().getBytes(StandardCharsets.UTF_8)).addMetadata(metadata));
    }

    private Headers headers(OutboxRow row) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        add(headers, CloudEventHeaders.ID, row.eventId().toString());
        add(headers, CloudEventHeaders.SOURCE, source);
        add(headers, CloudEventHeaders.TYPE, row.type());
        add(headers, CloudEventHeaders.SUBJECT, row.aggregateId());
        add(headers, CloudEventHeaders.TIME, row.occurredAt().toString());
        add(headers, CloudEventHeaders.AGGREGATE_VERSION, Long.toString(row.aggregateVersion()));
        add(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
