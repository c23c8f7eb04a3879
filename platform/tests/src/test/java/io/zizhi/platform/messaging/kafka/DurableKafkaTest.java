package io.zizhi.platform.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurableKafkaTest {

    @ParameterizedTest
    @CsvSource({"1,true", "0,true", "all,false", "all,"})
    void rejects_producer_settings_that_lose_records(String acks, String idempotence) {
        assertThatThrownBy(() -> DurableKafka.checkProducer(
                        "outbox", Map.of("acks", acks, "enable.idempotence", String.valueOf(idempotence))))
                .hasMessageContaining("would lose data");
    }

    @Test
    void rejects_consumer_settings_that_skip_records() {
        assertThatThrownBy(() -> DurableKafka.checkConsumer(
                        "events", Map.of("auto.offset.reset", "latest", "enable.auto.commit", "false")))
                .hasMessageContaining("auto.offset.reset");
        assertThatThrownBy(() -> DurableKafka.checkConsumer(
                        "events", Map.of("auto.offset.reset", "earliest", "enable.auto.commit", "true")))
                .hasMessageContaining("enable.auto.commit");
    }

    @ParameterizedTest
    @CsvSource({"ignore", "latest"})
    void rejects_strategy_that_acknowledges_unprocessed_records(String strategy) {
        assertThatThrownBy(() -> DurableKafka.refuseStrategy("events", Optional.of(strategy)))
                .hasMessageContaining("would lose data");
        assertThatCode(() -> DurableKafka.refuseStrategy("events", Optional.of("throttled")))
                .doesNotThrowAnyException();
    }

    @Test
    void rejects_retries_that_reorder_events() {
        assertThatThrownBy(() -> DurableKafka.refuseRetries(Optional.empty())).hasMessageContaining("order");
        assertThatThrownBy(() -> DurableKafka.refuseRetries(Optional.of("3"))).hasMessageContaining("order");
        assertThatCode(() -> DurableKafka.refuseRetries(Optional.of("0"))).doesNotThrowAnyException();
    }

    @Test
    void accepts_settings_of_the_suite() {
        assertThatCode(() -> DurableKafka.checkProducer("outbox", Map.of("acks", "all", "enable.idempotence", "true")))
                .doesNotThrowAnyException();
        assertThatCode(() -> DurableKafka.checkConsumer(
                        "events", Map.of("auto.offset.reset", "earliest", "enable.auto.commit", "false")))
                .doesNotThrowAnyException();
    }
}
