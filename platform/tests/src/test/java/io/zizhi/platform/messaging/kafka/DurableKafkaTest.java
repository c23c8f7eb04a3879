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
    void a_producer_that_may_lose_what_it_sent_is_refused(String acks, String idempotence) {
        assertThatThrownBy(() -> DurableKafka.checkProducer(
                        "outbox", Map.of("acks", acks, "enable.idempotence", String.valueOf(idempotence))))
                .hasMessageContaining("would lose data");
    }

    @Test
    void a_consumer_that_would_start_at_the_end_or_commit_by_itself_is_refused() {
        assertThatThrownBy(() -> DurableKafka.checkConsumer(
                        "events", Map.of("auto.offset.reset", "latest", "enable.auto.commit", "false")))
                .hasMessageContaining("auto.offset.reset");
        assertThatThrownBy(() -> DurableKafka.checkConsumer(
                        "events", Map.of("auto.offset.reset", "earliest", "enable.auto.commit", "true")))
                .hasMessageContaining("enable.auto.commit");
    }

    @ParameterizedTest
    @CsvSource({"ignore", "latest"})
    void a_strategy_that_acknowledges_what_was_not_worked_off_is_refused(String strategy) {
        assertThatThrownBy(() -> DurableKafka.refuseStrategy("events", Optional.of(strategy)))
                .hasMessageContaining("would lose data");
        assertThatCode(() -> DurableKafka.refuseStrategy("events", Optional.of("throttled")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_relay_whose_failed_events_come_behind_later_ones_is_refused() {
        assertThatThrownBy(() -> DurableKafka.refuseRetries(Optional.empty())).hasMessageContaining("order");
        assertThatThrownBy(() -> DurableKafka.refuseRetries(Optional.of("3"))).hasMessageContaining("order");
        assertThatCode(() -> DurableKafka.refuseRetries(Optional.of("0"))).doesNotThrowAnyException();
    }

    @Test
    void the_settings_of_the_suite_pass() {
        assertThatCode(() -> DurableKafka.checkProducer("outbox", Map.of("acks", "all", "enable.idempotence", "true")))
                .doesNotThrowAnyException();
        assertThatCode(() -> DurableKafka.checkConsumer(
                        "events", Map.of("auto.offset.reset", "earliest", "enable.auto.commit", "false")))
                .doesNotThrowAnyException();
    }
}
