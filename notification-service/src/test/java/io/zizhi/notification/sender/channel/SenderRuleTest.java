package io.zizhi.notification.sender.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SenderRuleTest {

    @Test
    void production_requires_real_senders() {
        assertThat(problems(Map.of("zizhi.sms.senders", "carrier,http"))).isEmpty();
        assertThat(problems(Map.of("zizhi.sms.senders", "carrier, local-inbox")))
                .singleElement()
                .asString()
                .contains("forbidden in production");
        assertThat(problems(Map.of())).singleElement().asString().startsWith("zizhi.sms.senders is missing");
    }

    @Test
    void names_the_successor_of_the_former_setting() {
        assertThat(problems(Map.of("zizhi.sms.sender", "http")))
                .containsExactly("zizhi.sms.sender was replaced: set zizhi.sms.senders to the same value.");
    }

    @Test
    void a_cap_of_costs_requires_a_price() {
        Map<String, String> cap = Map.of("zizhi.sms.senders", "http", "zizhi.sms.spend-per-day.http", "100");
        assertThat(problems(cap)).singleElement().asString().contains("needs zizhi.sms.prices.http");
        assertThat(problems(Map.of(
                        "zizhi.sms.senders", "http",
                        "zizhi.sms.spend-per-day.http", "100",
                        "zizhi.sms.prices.http", "0.045")))
                .isEmpty();
    }

    private static List<String> problems(Map<String, String> values) {
        Settings settings = Settings.of(
                new SmallRyeConfigBuilder().withDefaultValues(values).build());
        return new SenderRule().problems(settings, true).toList();
    }
}
