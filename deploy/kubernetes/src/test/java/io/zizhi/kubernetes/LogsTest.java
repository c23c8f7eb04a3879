package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** China's Cybersecurity Law demands that network logs are kept for at least six months. */
class LogsTest {

    /** The most days of six successive months. */
    private static final int SIX_MONTHS = 184;

    private static final String RETENTION = "/spec/template/metadata/annotations/zizhi.io~1log-retention-days";

    static final List<String> OVERLAYS = Build.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void pods_of_the_suite_ask_for_six_months_of_logs(String overlay) {
        List<JsonNode> suite = Build.of(overlay).workloads().stream()
                .filter(workload -> List.of("service", "migration", "worker")
                        .contains(Build.podLabels(workload)
                                .path("app.kubernetes.io/component")
                                .asText()))
                .toList();
        assertThat(suite).isNotEmpty();
        assertThat(suite.stream()
                        .filter(workload -> workload.at(RETENTION).asInt() < SIX_MONTHS)
                        .map(Build::name))
                .isEmpty();
    }

    /** A collector parses lines. A stack trace as plain text would become many of them. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void no_overlay_switches_structured_logs_off(String overlay) {
        assertThat(Build.of(overlay).text()).doesNotContain("QUARKUS_LOG_CONSOLE", "QUARKUS_LOG_FILE");
    }
}
