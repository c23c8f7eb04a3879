package io.zizhi.platform.messaging.inbox;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class InboxMetricsComponentTest {

    @Inject
    MeterRegistry metrics;

    @Test
    void counts_duplicates_gaps_and_unreadable_records() {
        double duplicates = counted("inbox_duplicates");
        double gaps = counted("inbox_gap");
        double unreadable = counted("dlq_records");
        long effects = effects();
        long id = Samples.newId();
        UUID eventId = UUID.randomUUID();
        EventBus.publish(Samples.submitted(id, 1), 1, eventId);
        EventBus.publish(Samples.submitted(id, 1), 1, eventId);
        EventBus.publish(Samples.submitted(id, 3), 3);
        EventBus.send(new ProducerRecord<>(
                Topics.QUALIFICATION, Long.toString(id), "not json".getBytes(StandardCharsets.UTF_8)));
        await().untilAsserted(() -> {
            assertThat(counted("inbox_duplicates")).isEqualTo(duplicates + 1);
            assertThat(counted("inbox_gap")).isEqualTo(gaps + 1);
            assertThat(counted("dlq_records")).isEqualTo(unreadable + 1);
            assertThat(effects()).isEqualTo(effects + 1);
        });
    }

    private double counted(String name) {
        return metrics.get(name).tag("topic", Topics.QUALIFICATION).counter().count();
    }

    private long effects() {
        return metrics.get("inbox_event_lag")
                .tag("topic", Topics.QUALIFICATION)
                .timer()
                .count();
    }
}
