package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that dashboards query existing metrics by existing labels; otherwise a panel would stay empty. */
class DashboardsTest {

    private static final Path ROOT = ProjectFolder.find();
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A name with an underscore that is neither a PromQL function nor a variable. */
    private static final Pattern METRIC = Pattern.compile("(?<![$\\w])[a-z]+(?:_[a-z]+)+(?=[{\\[)])");

    /** {@code metric{label="…", other=~"…"}}. */
    private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)\\{([^}]*)}");

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");

    /** The documentation of a metric in {@code docs/metrics.md}. */
    private record Documented(String type, Set<String> labels) {}

    private static final Map<String, Documented> METRICS = metrics();

    static Stream<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void dashboard_has_id_title_and_datasource_variable(Path file) {
        JsonNode dashboard = read(file);
        assertThat(dashboard.path("uid").asText()).startsWith("zizhi-").hasSizeLessThanOrEqualTo(40);
        assertThat(dashboard.path("title").asText()).isNotBlank();
        assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
        assertThat(dashboard.at("/templating/list"))
                .anySatisfy(variable -> assertThat(variable.path("type").asText() + " "
                                + variable.path("query").asText() + " "
                                + variable.path("name").asText())
                        .isEqualTo("datasource prometheus datasource"));
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panels_have_unique_ids_no_overlap_and_descriptions(Path file) {
        List<JsonNode> panels = panels(read(file));
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels.stream().flatMap(DashboardsTest::squares)).doesNotHaveDuplicates();
        assertThat(panels).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText()).isNotBlank();
                assertThat(panel.path("targets")).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void queries_use_documented_metrics_and_labels(Path file) {
        assertThat(queries(read(file))).isNotEmpty().allSatisfy(query -> {
            Set<String> names = names(query);
            assertThat(names).as(query).isNotEmpty();
            for (String name : names) {
                assertThat(METRICS).as(query).containsKey(family(name));
                assertThat(name.endsWith("_bucket"))
                        .as("only histograms have buckets: %s", query)
                        .isEqualTo(documented(name).type().equals("histogram"));
            }
            Set<String> known = names.stream()
                    .flatMap(name -> documented(name).labels().stream())
                    .collect(Collectors.toSet());
            known.add("le");
            assertThat(groupedBy(query)).as(query).allMatch(known::contains);
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void selectors_use_labels_of_their_metric(Path file) {
        for (String query : queries(read(file))) {
            for (MatchResult selector : SELECTOR.matcher(query).results().toList()) {
                assertThat(found(LABEL, withoutValues(selector.group(2))))
                        .as(query)
                        .allMatch(
                                label -> documented(selector.group(1)).labels().contains(label));
            }
        }
    }

    @Test
    void review_dashboard_shows_every_review_metric() {
        Set<String> shown = queries(read(ROOT.resolve("deploy/dashboards/review-team.json"))).stream()
                .flatMap(query -> names(query).stream())
                .map(DashboardsTest::family)
                .collect(Collectors.toSet());
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(METRICS.keySet().stream()
                        .filter(name -> name.startsWith("zizhi_review"))
                        .toList());
    }

    private static Set<String> names(String query) {
        return METRIC.matcher(withoutGroups(query))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutGroups(String query) {
        return GROUPED.matcher(query).replaceAll("");
    }

    private static String withoutValues(String labels) {
        return labels.replaceAll("\"[^\"]*\"", "");
    }

    private static List<String> groupedBy(String query) {
        return found(GROUPED, query).stream()
                .flatMap(labels -> Arrays.stream(labels.split(",\\s*", -1)))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String family(String name) {
        return name.replaceFirst("_(bucket|count|sum)$", "");
    }

    private static Documented documented(String name) {
        return Objects.requireNonNull(METRICS.get(family(name)), name);
    }

    private static List<String> queries(JsonNode dashboard) {
        return dashboard.findValuesAsText("expr");
    }

    private static List<JsonNode> panels(JsonNode dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        dashboard.path("panels").forEach(panels::add);
        return panels;
    }

    /** Returns the grid squares that a panel covers. */
    private static Stream<String> squares(JsonNode panel) {
        JsonNode place = panel.path("gridPos");
        List<String> squares = new ArrayList<>();
        for (int x = 0; x < place.path("w").asInt(); x++) {
            for (int y = 0; y < place.path("h").asInt(); y++) {
                squares.add(
                        (place.path("x").asInt() + x) + "/" + (place.path("y").asInt() + y));
            }
        }
        return squares.stream();
    }

    private static Map<String, Documented> metrics() {
        Map<String, Documented> metrics = new HashMap<>();
        for (String line : text(ROOT.resolve("docs/metrics.md")).lines().toList()) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\s*\\|\\s*", -1);
                Set<String> labels = new TreeSet<>(List.of(cells[3].split("[ ,`–]+", -1)));
                metrics.put(cells[1].replace("`", ""), new Documented(cells[2], labels));
            }
        }
        return metrics;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(text(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
