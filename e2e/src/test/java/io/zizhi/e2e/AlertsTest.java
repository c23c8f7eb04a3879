package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules for alerts speak of metrics that the page of metrics knows; a rule on another name would never fire. */
class AlertsTest {

    private static final Pattern METRIC = Pattern.compile(
            "\\b(?:outbox|inbox|timer|parked|dlq|rate_limited|sms|log_masked|reconciliation|zizhi|http_server)_[a-z_]+\\b");

    @Test
    void every_metric_of_a_rule_is_documented() throws IOException {
        String page = Files.readString(ProjectFolder.find().resolve("docs/metrics.md"));
        String rules = Files.readString(ProjectFolder.find().resolve("deploy/observability/alerts.yml"));
        assertThat(METRIC.matcher(rules)
                        .results()
                        .map(found -> found.group().replaceFirst("_(bucket|count|sum)$", ""))
                        .distinct())
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }
}
