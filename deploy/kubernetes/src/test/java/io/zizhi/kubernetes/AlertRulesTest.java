package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the alert rules on invented series, by Prometheus' own tool. */
class AlertRulesTest {

    private static final List<String> TESTS = List.of("alerts-test.yml", "calendar-test.yml");
    private static final JsonNode RULES = Build.read("observability/alerts.yml").path("spec");

    @TempDir
    private Path folder;

    @BeforeEach
    void write_rules_as_prometheus_reads_them() throws IOException {
        Files.writeString(folder.resolve("rules.yml"), RULES.toString());
        for (String test : TESTS) {
            Files.copy(observability(test), folder.resolve(test), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void rules_are_valid() {
        assertThat(Program.in(folder, "promtool", "check", "rules", "--lint-fatal", "rules.yml")
                        .output())
                .contains("SUCCESS");
    }

    @Test
    void alerts_fire_when_they_should() {
        assertThat(Program.in(folder, "promtool", "test", "rules", TESTS.get(0), TESTS.get(1))
                        .output())
                .doesNotContain("FAILED");
    }

    @Test
    void every_alert_is_seen_firing() throws IOException {
        String expected = Files.readString(observability(TESTS.get(0))) + Files.readString(observability(TESTS.get(1)));
        assertThat(RULES.findValuesAsText("alert"))
                .hasSizeGreaterThan(30)
                .allSatisfy(alert -> assertThat(expected).contains("alertname=\"" + alert + "\", severity="));
    }

    @Test
    void every_dashboard_is_installed() throws IOException {
        try (Stream<Path> files = Files.list(Build.FOLDER.resolveSibling("dashboards"))) {
            assertThat(Build.of("production")
                            .get("ConfigMap", "zizhi-dashboards")
                            .path("data")
                            .properties())
                    .extracting(entry -> entry.getKey())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".json"))
                                    .toList());
        }
    }

    private static Path observability(String file) {
        return Build.FOLDER.resolveSibling("observability").resolve(file);
    }
}
