package io.zizhi.qualification.precheck.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryRuleTest {

    private static final String PREFIX = "zizhi.company-registry.";

    @Test
    void register_over_http_needs_address_and_token() {
        Map<String, String> unset =
                Map.of(PREFIX + "provider", "HTTP", PREFIX + "url", "http://127.0.0.1:9", PREFIX + "token", "none");

        assertThat(problems(unset)).hasSize(2);
        assertThat(problems(Map.of(
                        PREFIX + "provider", "HTTP",
                        PREFIX + "url", "https://register.example.cn",
                        PREFIX + "token", "t")))
                .isEmpty();
        assertThat(problems(Map.of(PREFIX + "provider", "FILE"))).isEmpty();
    }

    private static List<String> problems(Map<String, String> values) {
        Settings settings = Settings.of(
                new SmallRyeConfigBuilder().withDefaultValues(values).build());
        return new RegistryRule().problems(settings, true).toList();
    }
}
