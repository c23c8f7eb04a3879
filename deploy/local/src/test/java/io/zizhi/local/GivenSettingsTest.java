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
    void the_same_settings_are_no_difference_and_what_the_command_goes_by_is_no_setting() {
        GivenSettings here = new GivenSettings(Map.of(UNDO, "PT15S", "HOME", "/root", "ZIZHI_PORT_REVIEW", "1"));
        assertThat(here.with(Map.of(
                                "review-service",
                                Map.of(UNDO, "PT15S", "HOME", "/home", "ZIZHI_STATE", "/tmp/x", "ZIZHI_YES", "1")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_setting_that_a_running_service_lacks_or_has_otherwise_has_no_effect() {
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
    void a_setting_that_only_the_running_services_have_is_told_with_all_of_them() {
        Map<String, String> there = Map.of("QUARKUS_LOG_LEVEL", "DEBUG");
        var differences = new GivenSettings(Map.of()).with(Map.of("review-service", there, "document-service", there));
        assertThat(differences.withoutEffect()).isEmpty();
        assertThat(differences.onlyThere())
                .containsExactly("QUARKUS_LOG_LEVEL is not set here but is set in document-service, review-service");
    }

    @Test
    void the_explanation_says_what_to_do_and_shows_no_value() {
        String secret = "a-secret-token";
        assertThat(new GivenSettings(Map.of("ZIZHI_COMPANY_REGISTRY_TOKEN", secret))
                        .with(Map.of("qualification-service", Map.of()))
                        .explanation())
                .contains("ZIZHI_COMPANY_REGISTRY_TOKEN", "qualification-service", "./zizhi down")
                .doesNotContain(secret);
    }

    @Test
    void where_nothing_runs_nothing_differs() {
        assertThat(new GivenSettings(Map.of(UNDO, "PT15S"))
                        .withServicesIn(nothing)
                        .isEmpty())
                .isTrue();
    }
}
