package io.zizhi.e2e.faults.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.faults.driver.Operation;
import io.zizhi.e2e.faults.nemesis.Poison;
import io.zizhi.e2e.faults.nemesis.Strike;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is known of a run after it came to rest. Plain data, so that a test can forge it.
 *
 * @param takenAt when, by the clock of the databases
 * @param operations the history of the drivers
 * @param tables rows by service and table
 * @param records of all topics and dead letters, per partition in the order of their offsets
 * @param objects of the bucket
 * @param orphanAge how old an object without a row may be
 * @param poison what was put into topics on purpose
 * @param strikes what was broken, and when
 * @param policies the review clock of the run
 * @param remindAt the time of day of reminders
 * @param pages logs and metrics
 * @param personal the people of the run
 */
public record Evidence(
        Instant takenAt,
        List<Operation> operations,
        Map<String, Map<String, List<Row>>> tables,
        List<TopicRecord> records,
        List<StoredObject> objects,
        Duration orphanAge,
        List<Poison> poison,
        List<Strike> strikes,
        PolicyTable policies,
        LocalTime remindAt,
        List<Page> pages,
        Personal personal) {

    static final String QUALIFICATION = "qualification-service";
    static final String DOCUMENT = "document-service";
    static final String REVIEW = "review-service";
    static final String NOTIFICATION = "notification-service";

    /** Copies the lists. */
    public Evidence {
        operations = List.copyOf(operations);
        tables = Map.copyOf(tables);
        records = List.copyOf(records);
        objects = List.copyOf(objects);
        poison = List.copyOf(poison);
        strikes = List.copyOf(strikes);
        pages = List.copyOf(pages);
    }

    /**
     * The rows of a table.
     *
     * @throws IllegalStateException where there is no such table: one that was renamed is not an empty one
     */
    public List<Row> rows(String service, String table) {
        List<Row> rows = tables.getOrDefault(service, Map.of()).get(table);
        if (rows == null) {
            throw new IllegalStateException(service + " has no table " + table);
        }
        return rows;
    }

    /**
     * The rows of a table by a column that has each value once.
     *
     * @throws IllegalStateException where a value is there twice
     */
    Map<String, Row> rowsBy(String service, String table, String column) {
        return rows(service, table).stream()
                .filter(row -> row.has(column))
                .collect(Collectors.toMap(row -> row.text(column), Function.identity(), (first, second) -> {
                    throw new IllegalStateException(table + " of " + service + " has two rows with one " + column + ": "
                            + first + " " + second);
                }));
    }

    /** The events of a topic that services published, each once, by aggregate in the order of their versions. */
    List<PublishedEvent> events(String topic) {
        Map<String, PublishedEvent> byId = new LinkedHashMap<>();
        for (TopicRecord record : records) {
            if (record.topic().equals(topic) && !record.isPoison()) {
                byId.putIfAbsent(record.header("ce_id"), event(record));
            }
        }
        List<PublishedEvent> events = new ArrayList<>(byId.values());
        events.sort(Comparator.comparing(PublishedEvent::aggregate).thenComparingLong(PublishedEvent::version));
        return events;
    }

    /** Those of one type. */
    List<PublishedEvent> events(String topic, String type) {
        return events(topic).stream().filter(event -> event.type().equals(type)).toList();
    }

    private static PublishedEvent event(TopicRecord record) {
        try {
            return new PublishedEvent(
                    record.topic(),
                    String.valueOf(record.key()),
                    Long.parseLong(record.header("ce_aggregateversion")),
                    record.header("ce_id"),
                    record.header("ce_type"),
                    Api.JSON.readTree(record.value()));
        } catch (JsonProcessingException | NumberFormatException unreadable) {
            throw new IllegalStateException("No service can have published " + record, unreadable);
        }
    }
}
