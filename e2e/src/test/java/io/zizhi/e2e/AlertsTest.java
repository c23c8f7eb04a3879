package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the alert rules, and the Chinese metrics page, with the metrics page. */
class AlertsTest {

    private static final Pattern METRIC = Pattern.compile(
            "\\b(?:outbox|inbox|timer|parked|dlq|dead_letters|rate_limited|sms|log_masked|reconciliation|audit|zizhi|http_server)_[a-z_]+\\b");

    /** A metric on the page that has an alert; its last column describes the condition. */
    private static final Pattern ALERTING = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|.*\\| [^–|][^|]* \\|$");

    /** Name, type, labels and services of a metric on the page. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z_]+` \\|[^|]*\\|[^|]*\\|[^|]*)\\|");

    /** Alerts that the runbook explains, as in "the alerts EventsMissing, NotReconciled". */
    private static final Pattern EXPLAINED = Pattern.compile("\\balerts? ([A-Z]\\w*(?:(?:, | or )[A-Z]\\w*)*)");

    /** A rule with a wrong metric name would never fire, so every metric of a rule must be documented. */
    @Test
    void every_metric_of_a_rule_is_documented() throws IOException {
        String page = read("docs/metrics.md");
        assertThat(metricsOfRules())
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    @Test
    void every_documented_alert_has_a_rule() throws IOException {
        Set<String> alerting = alerting("docs/metrics.md");
        assertThat(alerting).hasSizeGreaterThan(10);
        assertThat(metricsOfRules()).containsAll(alerting);
        assertThat(alerting("docs/metrics.zh-CN.md")).isEqualTo(alerting);
    }

    @Test
    void chinese_page_lists_the_same_metrics() throws IOException {
        List<String> metrics = rows("docs/metrics.md")
                .map(row -> row.replace("| all ", "| 全部 "))
                .toList();
        assertThat(metrics).hasSizeGreaterThan(10);
        assertThat(rows("docs/metrics.zh-CN.md")).containsExactlyElementsOf(metrics);
    }

    private static Stream<String> rows(String page) throws IOException {
        return ROW.matcher(read(page)).results().map(row -> row.group(1));
    }

    private static Set<String> alerting(String page) throws IOException {
        return ALERTING.matcher(read(page)).results().map(row -> row.group(1)).collect(Collectors.toSet());
    }

    @Test
    void every_alert_of_the_runbook_has_a_rule() throws IOException {
        String rules = read("deploy/observability/alerts.yml");
        assertThat(EXPLAINED.matcher(read("docs/operations.md")).results())
                .hasSizeGreaterThan(10)
                .flatMap(found -> List.of(found.group(1).split(", | or ", -1)))
                .allSatisfy(alert -> assertThat(rules).contains("- alert: " + alert + "\n"));
    }

    private static Set<String> metricsOfRules() throws IOException {
        return METRIC.matcher(read("deploy/observability/alerts.yml"))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceFirst("_(bucket|count|sum)$", ""))
                .collect(Collectors.toSet());
    }

    private static String read(String file) throws IOException {
        return Files.readString(ProjectFolder.find().resolve(file));
    }
}
