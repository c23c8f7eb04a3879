package io.zizhi.platform.messaging.inbox;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.SlaWarned;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.outbox.EventJson;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class InboxMetricsComponentTest {

    /** The sample consumes another topic, so nothing else is counted for this one. */
    private static final String TOPIC = Topics.REVIEW;

    @Inject
    MeterRegistry metrics;

    @Inject
    Inbox inbox;

    @Test
    void counts_duplicates_and_gaps() {
        long id = Samples.newId();
        UUID eventId = UUID.randomUUID();
        receive(id, 1, eventId);
        receive(id, 1, eventId);
        receive(id, 3, UUID.randomUUID());
        assertThat(counted("inbox_duplicates", TOPIC)).isEqualTo(1);
        assertThat(counted("inbox_gap", TOPIC)).isEqualTo(1);
        assertThat(metrics.get("inbox_event_lag").tag("topic", TOPIC).timer().count())
                .as("first effects")
                .isEqualTo(1);
    }

    @Test
    void counts_unreadable_records_from_zero() {
        double before = counted("dlq_records", Topics.QUALIFICATION);
        EventBus.send(new ProducerRecord<>(
                Topics.QUALIFICATION, "key-" + Samples.newId(), "not json".getBytes(StandardCharsets.UTF_8)));
        await().untilAsserted(() ->
                assertThat(counted("dlq_records", Topics.QUALIFICATION)).isGreaterThan(before));
    }

    private void receive(long id, int version, UUID eventId) {
        Event event = new SlaWarned(id, id, Instant.EPOCH, Instant.EPOCH);
        var record = new ConsumerRecord<>(
                TOPIC, 0, version, event.aggregateId(), EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        EventBus.headers(event, version, eventId)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        Reactive.run(() -> inbox.receive(record).replaceWith(true));
    }

    private double counted(String name, String topic) {
        return metrics.get(name).tag("topic", topic).counter().count();
    }
}
