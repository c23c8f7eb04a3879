package io.zizhi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenSettingsTest {

    private static final String UNDO = "ZIZHI_REVIEW_UNDO_WINDOW";

    @TempDir
    private Path nothing;

    @Test
    void ignores_equal_and_command_only_settings() {
        GivenSettings here = new GivenSettings(Map.of(UNDO, "PT15S", "HOME", "/root", "ZIZHI_PORT_REVIEW", "1"));
        assertThat(here.with(Map.of(
                                "review-service",
                                Map.of(UNDO, "PT15S", "HOME", "/home", "ZIZHI_STATE", "/tmp/x", "ZIZHI_YES", "1")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void reports_changed_and_missing_settings_without_effect() {
        GivenSettings here = new GivenSettings(Map.of(UNDO, "PT15S", "_LOCAL_ZIZHI_URGE_AFTER", "PT1M"));
        var differences = here.with(Map.of(
                "review-service", Map.of("_LOCAL_ZIZHI_URGE_AFTER", "PT1M"),
                "qualification-service", Map.of(UNDO, "PT1H", "_LOCAL_ZIZHI_URGE_AFTER", "PT1M")));
        assertThat(differences.onlyThere()).isEmpty();
        assertThat(differences.withoutEffect())
                .containsExactly(
                        UNDO + " is set here but has another value in qualification-service",
                        UNDO + " is set here but missing in review-service");
    }

    @Test
    void reports_settings_only_in_running_services() {
        Map<String, String> there = Map.of("QUARKUS_LOG_LEVEL", "DEBUG");
        var differences = new GivenSettings(Map.of()).with(Map.of("review-service", there, "document-service", there));
        assertThat(differences.withoutEffect()).isEmpty();
        assertThat(differences.onlyThere())
                .containsExactly("QUARKUS_LOG_LEVEL is not set here but is set in document-service, review-service");
    }

    @Test
    void explains_remedy_without_values() {
        String secret = "a-secret-token";
        assertThat(new GivenSettings(Map.of("ZIZHI_COMPANY_REGISTRY_TOKEN", secret))
                        .with(Map.of("qualification-service", Map.of()))
                        .explanation())
                .contains("ZIZHI_COMPANY_REGISTRY_TOKEN", "qualification-service", "./zizhi down")
                .doesNotContain(secret);
    }

    @Test
    void reports_nothing_without_running_services() {
        assertThat(new GivenSettings(Map.of(UNDO, "PT15S"))
                        .withServicesIn(nothing)
                        .isEmpty())
                .isTrue();
    }
}
