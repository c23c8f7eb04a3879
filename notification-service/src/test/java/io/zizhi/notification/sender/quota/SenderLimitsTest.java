package io.zizhi.notification.sender.quota;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.notification.sender.channel.GivenSmsConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SenderLimitsTest {

    private static final List<String> EXISTING = List.of("alibaba", "http");

    @Test
    void refuses_limits_of_unknown_senders_with_one_message() {
        SenderLimits limits = limits(Map.of(
                "rates.alibabba", "5",
                "messages-per-day.htp", "7",
                "prices.carrier", "0.05",
                "spend-per-day.carrier", "9",
                "rates.http", "5"));
        assertThatThrownBy(() -> limits.check(EXISTING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "No such SMS sender: zizhi.sms.messages-per-day.htp, zizhi.sms.prices.carrier,"
                                + " zizhi.sms.rates.alibabba, zizhi.sms.spend-per-day.carrier. Name one of these: alibaba, http.");
    }

    @Test
    void accepts_limits_of_a_sender_that_is_not_chosen() {
        assertThatCode(() -> limits(Map.of("rates.http", "0.5")).check(EXISTING))
                .doesNotThrowAnyException();
    }

    @Test
    void refuses_limits_that_let_nothing_pass() {
        assertThatThrownBy(() -> limits(Map.of("rates.http", "0")).check(EXISTING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zizhi.sms.rates.http must be positive");
    }

    private static SenderLimits limits(Map<String, String> settings) {
        return new SenderLimits(GivenSmsConfig.of(settings));
    }
}
