package io.zizhi.e2e.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zizhi.e2e.SharedJourney;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares docs/metrics.md with the metrics of the services, in both directions. */
class MetricsIT {

    /** Metric families of this project; the rest comes from libraries. */
    private static final Pattern OURS = Pattern.compile(
            "(outbox_(?!relay_)|inbox_|timer_|parked_|dead_letters_|dlq_|clean_up_|rate_limited_|sms_|log_masked_|zizhi_).*");

    private static Map<String, MetricsPage> pages = Map.of();

    /** A row of the page. */
    private record Documented(String name, String type, Set<String> labels, Set<String> services) {}

    @BeforeAll
    static void read_metrics_after_journey() throws IOException {
        SharedJourney.get();
        // Loops measure the gauges at intervals, and try again after a failure.
        List<Documented> documented = documented();
        for (String service : Service.modules()) {
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(MetricsPage.of(service).names())
                            .as(service)
                            .containsAll(gauges(documented, service)));
        }
        pages = read();
    }

    private static Set<String> gauges(List<Documented> documented, String service) {
        return documented.stream()
                .filter(row -> row.type().equals("gauge") && row.services().contains(service))
                .map(Documented::name)
                .collect(Collectors.toSet());
    }

    private static Map<String, MetricsPage> read() {
        return Service.modules().stream().collect(Collectors.toMap(Function.identity(), MetricsPage::of));
    }

    @Test
    void exposes_every_documented_metric_with_type_and_labels() throws IOException {
        List<Documented> documented = documented();
        assertThat(documented).hasSizeGreaterThan(15);
        for (Documented row : documented) {
            for (String service : row.services()) {
                MetricsPage page = page(service);
                assertThat(page.type(row.name()))
                        .as("type of %s in %s", row.name(), service)
                        .isEqualTo(row.type());
                assertThat(page.labels(row.name()))
                        .as("labels of %s in %s", row.name(), service)
                        .isEqualTo(row.labels());
            }
        }
    }

    @Test
    void every_own_metric_is_documented() throws IOException {
        Set<String> documented = documented().stream().map(Documented::name).collect(Collectors.toSet());
        assertThat(pages.values().stream()
                        .flatMap(page -> page.names().stream())
                        .filter(name -> OURS.matcher(name).matches() && !name.endsWith("_max"))
                        .distinct())
                .allSatisfy(name -> assertThat(documented).contains(name));
    }

    @Test
    void labels_contain_no_ids() {
        assertThat(pages.values())
                .allSatisfy(
                        page -> assertThat(page.text().lines().filter(line -> line.startsWith("http_server_requests")))
                                .isNotEmpty()
                                .allSatisfy(line -> assertThat(line).doesNotContainPattern("uri=\"[^\"]*[0-9]{4}")));
    }

    @Test
    void counters_show_activity_and_no_violations() {
        assertThat(pages)
                .allSatisfy((service, page) ->
                        assertThat(page.sum("outbox_publish_total")).as(service).isPositive());
        assertThat(page("review-service").sum("timer_fired_early_total")).isZero();
        assertThat(page("review-service").sum("inbox_events_total")).isPositive();
        assertThat(page("review-service").sum("timer_sweep_last_success_timestamp_seconds"))
                .isPositive();
    }

    private static MetricsPage page(String service) {
        return Objects.requireNonNull(pages.get(service));
    }

    /** Parses table rows of the form {@code | `name` | type | labels | services | …}. */
    private static List<Documented> documented() throws IOException {
        return Files.readAllLines(ProjectFolder.find().resolve("docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\s*\\|\\s*", -1))
                .map(cells ->
                        new Documented(cells[1].replace("`", ""), cells[2], names(cells[3]), services(names(cells[4]))))
                .toList();
    }

    private static Set<String> names(String cell) {
        return Arrays.stream(cell.split("[ ,`–]+", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> services(Set<String> named) {
        return named.contains("all")
                ? Set.copyOf(Service.modules())
                : named.stream().map(name -> name + "-service").collect(Collectors.toSet());
    }
}
