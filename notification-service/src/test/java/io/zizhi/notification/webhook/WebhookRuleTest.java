package io.zizhi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookRuleTest {

    @Test
    void webhook_is_not_due_again_during_its_delivery() {
        String timeout = "zizhi.limits.webhooks.timeout";
        String lostAfter = "zizhi.webhook.lost-after";

        assertThat(problems(Map.of(timeout, "PT10S", lostAfter, "PT1M"))).isEmpty();
        assertThat(problems(Map.of(timeout, "PT10S", lostAfter, "10s")))
                .singleElement()
                .asString()
                .contains(timeout, lostAfter);
    }

    private static List<String> problems(Map<String, String> values) {
        Settings settings = Settings.of(
                new SmallRyeConfigBuilder().withDefaultValues(values).build());
        return new WebhookRule().problems(settings, true).toList();
    }
}
