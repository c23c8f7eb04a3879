package io.zizhi.notification.sender.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SenderRuleTest {

    @Test
    void production_requires_a_real_sender() {
        assertThat(problems(Map.of("zizhi.sms.sender", "carrier"))).isEmpty();
        assertThat(problems(Map.of("zizhi.sms.sender", "local-inbox")))
                .singleElement()
                .asString()
                .contains("forbidden in production");
        assertThat(problems(Map.of())).singleElement().asString().startsWith("zizhi.sms.sender is missing");
    }

    private static List<String> problems(Map<String, String> values) {
        Settings settings = Settings.of(
                new SmallRyeConfigBuilder().withDefaultValues(values).build());
        return new SenderRule().problems(settings, true).toList();
    }
}
