package io.zizhi.platform.messaging.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.zizhi.platform.messaging.restore.ProducerEpoch;
import io.zizhi.platform.observability.tracing.MessagingAttributes;
import io.zizhi.platform.observability.tracing.Spans;
import io.zizhi.platform.observability.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/**
 * Sends one event as a CloudEvent in binary mode. Completes when the broker has acknowledged it. The span continues the
 * trace of the row, and the record carries the trace to the consumers.
 */
@ApplicationScoped
class EventPublisher {

    static final String CHANNEL = "outbox";

    private final MutinyEmitter<byte[]> emitter;
    private final Spans spans;
    private final PublishMetrics metrics;
    private final ProducerEpoch epoch;
    private final String source;

    EventPublisher(
            @Channel(CHANNEL) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4096)
                    MutinyEmitter<byte[]> emitter,
            Spans spans,
            PublishMetrics metrics,
            ProducerEpoch epoch,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.emitter = emitter;
        this.spans = spans;
        this.metrics = metrics;
        this.epoch = epoch;
        this.source = "/zizhi/" + service;
    }

    /** Sends one event. Keeps the order of the calls if all of them are made on one thread. */
    Uni<Void> publish(OutboxRow row) {
        long start = System.nanoTime();
        Span span = spans.continuing(row.trace(), "send " + row.topic(), SpanKind.PRODUCER)
                .setAttribute(MessagingAttributes.SYSTEM, "kafka")
                .setAttribute(MessagingAttributes.OPERATION_TYPE, "send")
                .setAttribute(MessagingAttributes.OPERATION_NAME, "send")
                .setAttribute(MessagingAttributes.DESTINATION, row.topic())
                .setAttribute(MessagingAttributes.MESSAGE_ID, row.eventId().toString())
                .setAttribute(MessagingAttributes.EVENT_TYPE, row.type())
                .setAttribute(MessagingAttributes.AGGREGATE_ID, row.aggregateId())
                .startSpan();
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic())
                .withKey(row.aggregateId())
                .withHeaders(headers(row, Spans.carried(span)))
                .build();
        return emitter.sendMessage(Message.of(row.payload().getBytes(StandardCharsets.UTF_8))
                        .addMetadata(metadata))
                .onTermination()
                .invoke((sent, failure, cancelled) -> {
                    Throwable problem = cancelled ? new CancellationException("Given up") : failure;
                    metrics.answered(Duration.ofNanos(System.nanoTime() - start), problem);
                    Spans.end(span, problem);
                });
    }

    private Headers headers(OutboxRow row, @Nullable TraceContext trace) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        add(headers, CloudEventHeaders.ID, row.eventId().toString());
        add(headers, CloudEventHeaders.SOURCE, source);
        add(headers, CloudEventHeaders.TYPE, row.type());
        add(headers, CloudEventHeaders.SUBJECT, row.aggregateId());
        add(headers, CloudEventHeaders.TIME, row.occurredAt().toString());
        add(headers, CloudEventHeaders.AGGREGATE_VERSION, Long.toString(row.aggregateVersion()));
        epoch.current().ifPresent(known -> add(headers, CloudEventHeaders.PRODUCER_EPOCH, Long.toString(known)));
        add(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        if (trace != null) {
            add(headers, TraceContext.TRACEPARENT, trace.traceparent());
            if (trace.tracestate() != null) {
                add(headers, TraceContext.TRACESTATE, trace.tracestate());
            }
        }
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
