package io.zizhi.platform.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The execution plan of a statement in PostgreSQL: the chosen scans and the number of pages touched. */
public final class QueryPlan {

    /** How PostgreSQL plans a cached statement: for the values of one call, or once for all calls. */
    public enum Kind {
        CUSTOM,
        GENERIC
    }

    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-zA-Z]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;

    private QueryPlan(JsonNode root) {
        this.root = root;
    }

    /**
     * Runs the statement and rolls it back.
     *
     * @param sql with parameters written {@code :name} or {@code $1}
     * @param types SQL type of each parameter, in the order of first appearance
     * @param values SQL literal of each parameter
     */
    public static QueryPlan of(Connection connection, Kind kind, String sql, List<String> types, List<String> values)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local plan_cache_mode = force_" + kind.name() + "_plan");
            String parameters = types.isEmpty() ? "" : "(" + String.join(", ", types) + ")";
            statement.execute("prepare examined" + parameters + " as " + numbered(sql));
            String arguments = values.isEmpty() ? "" : "(" + String.join(", ", values) + ")";
            try (ResultSet rows =
                    statement.executeQuery("explain (analyze, buffers, format json) execute examined" + arguments)) {
                rows.next();
                return new QueryPlan(JSON.readTree(rows.getString(1)).path(0).path("Plan"));
            } finally {
                statement.execute("deallocate examined");
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Returns the types of all plan nodes, such as {@code Index Scan}. */
    public List<String> nodes() {
        return all("Node Type");
    }

    public List<String> indexes() {
        return all("Index Name");
    }

    /** Returns the tables that were read completely. */
    public List<String> tablesReadWhole() {
        List<String> tables = new ArrayList<>();
        collect(root, node -> {
            if (node.path("Node Type").asText().equals("Seq Scan")) {
                tables.add(node.path("Relation Name").asText());
            }
        });
        return tables;
    }

    /** Returns the number of 8 KiB pages touched, in memory or on disk. */
    public long pages() {
        return root.path("Shared Hit Blocks").asLong()
                + root.path("Shared Read Blocks").asLong();
    }

    /** Returns how long the execution took. */
    public Duration time() {
        return Duration.ofNanos((long) (root.path("Actual Total Time").asDouble() * 1e6));
    }

    @Override
    public String toString() {
        return root.toPrettyString();
    }

    private List<String> all(String field) {
        List<String> found = new ArrayList<>();
        collect(root, node -> {
            if (node.has(field)) {
                found.add(node.path(field).asText());
            }
        });
        return List.copyOf(new TreeSet<>(found));
    }

    private static void collect(JsonNode node, java.util.function.Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.path("Plans").forEach(child -> collect(child, visitor));
    }

    private static String numbered(String sql) {
        Map<String, Integer> numbers = new HashMap<>();
        Matcher matcher = NAMED.matcher(sql);
        StringBuilder numbered = new StringBuilder();
        while (matcher.find()) {
            int number = numbers.computeIfAbsent(matcher.group(1), name -> numbers.size() + 1);
            matcher.appendReplacement(numbered, Matcher.quoteReplacement("$" + number));
        }
        return matcher.appendTail(numbered).toString();
    }
}
