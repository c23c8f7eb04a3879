package io.zizhi.qualification.companyauth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.runtime.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalProviderRuleTest {

    private final Settings local = Settings.of(new SmallRyeConfigBuilder()
            .withDefaultValues(Map.of("zizhi.company-authentication", "local"))
            .build());

    @Test
    void stand_in_is_forbidden_in_production_only() {
        assertThat(new LocalProviderRule().problems(local, true)).hasSize(1);
        assertThat(new LocalProviderRule().problems(local, false)).isEmpty();
    }
}
