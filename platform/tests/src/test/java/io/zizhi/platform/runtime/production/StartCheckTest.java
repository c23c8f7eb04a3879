package io.zizhi.platform.runtime.production;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import jakarta.validation.constraints.Max;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartCheckTest {

    @Test
    void one_message_names_all_wrong_settings() {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> start(Map.of(
                        "smallrye.config.profile", "prod",
                        "sample.bounded.lanes", "65",
                        "zizhi.fail-point", "outbox.after-ack",
                        "quarkus.oidc.auth-server-url", "http://${host}/zizhi",
                        "host", "login.invalid")))
                .withMessageContainingAll(
                        "sample.required.folder",
                        "sample.bounded.lanes must be less than or equal to 64",
                        "zizhi.fail-point",
                        "http://login.invalid/zizhi");
    }

    @Test
    void names_contradictory_settings() {
        Map<String, String> contradictory = Map.of(
                "smallrye.config.profile", "local",
                "sample.required.folder", "keys",
                "zizhi.database.silence.not-ready", "20s",
                "zizhi.database.silence.give-up-partitions", "PT10S");

        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> start(contradictory))
                .withMessageContaining("zizhi.database.silence.give-up-partitions (PT10S) must be longer than"
                        + " zizhi.database.silence.not-ready (PT20S).");
    }

    @Test
    void local_profiles_start_with_unsafe_settings() {
        Map<String, String> local = Map.of(
                "smallrye.config.profile", "local",
                "sample.required.folder", "keys",
                "zizhi.fail-point", "outbox.after-ack");

        assertThatCode(() -> start(local)).doesNotThrowAnyException();
    }

    @Test
    void missing_profile_counts_as_production() {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(
                        () -> start(Map.of("sample.required.folder", "keys", "zizhi.fail-point", "outbox.after-ack")))
                .withMessageContaining("zizhi.fail-point");
    }

    private static void start(Map<String, String> values) {
        new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new StartCheck())
                .withValidator(new BeanValidationConfigValidatorImpl())
                .withSources(new PropertiesConfigSource(new HashMap<>(values), "test", 100))
                .withMapping(Required.class, "sample.required")
                .withMapping(Bounded.class, "sample.bounded")
                .withMapping(SecurityConfig.class)
                .build();
    }

    interface Required {

        String folder();
    }

    interface Bounded {

        @WithDefault("6")
        @Max(64)
        int lanes();
    }
}
