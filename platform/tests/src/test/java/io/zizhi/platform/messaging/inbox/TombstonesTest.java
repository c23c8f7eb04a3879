package io.zizhi.platform.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TombstonesTest {

    @Test
    void accepts_the_id_of_an_account() {
        assertThat(Tombstones.isOne(withoutValue(Topics.ACCOUNT, "company-a"))).isTrue();
        assertThat(Tombstones.isOne(withoutValue(Topics.REVIEW, "company-a"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "local-inbox", "system", "", "a\nb"})
    void refuses_reserved_and_malformed_keys(String key) {
        assertThat(Tombstones.isOne(withoutValue(Topics.ACCOUNT, key))).isFalse();
    }

    private static ConsumerRecord<String, byte[]> withoutValue(String topic, String key) {
        return new ConsumerRecord<>(topic, 0, 0, key, null);
    }
}
