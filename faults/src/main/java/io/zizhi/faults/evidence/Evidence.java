package io.zizhi.faults.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.zizhi.e2e.Api;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.suite.Poison;
import io.zizhi.faults.suite.Strike;
import io.zizhi.faults.suite.outside.GatewayMessage;
import io.zizhi.faults.suite.outside.ReceivedWebhook;
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
 * All data of a run, collected when the suite is at rest. It is plain data, so that tests can construct it.
 *
 * @param takenAt when it was collected, by the clock of the databases
 * @param operations the history of the drivers
 * @param tables rows by service and table
 * @param records records of all topics and dead letters, ordered by offset within each partition
 * @param objects of the bucket
 * @param orphanAge maximum age of an object without a row
 * @param poison invalid records that faults put into topics
 * @param strikes the faults injected, with their times
 * @param policies the clock policies of the run
 * @param remindAt the time of day of reminders
 * @param pages logs and metrics
 * @param personal the people of the run
 * @param gateway the messages that the SMS gateway knows, each with the blind index of its number
 * @param webhooks what the receivers of the accounts' webhooks got
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
        Personal personal,
        List<GatewayMessage> gateway,
        List<ReceivedWebhook> webhooks) {

    public static final String QUALIFICATION = "qualification-service";
    public static final String DOCUMENT = "document-service";
    public static final String REVIEW = "review-service";
    public static final String NOTIFICATION = "notification-service";

    public Evidence {
        operations = List.copyOf(operations);
        tables = Map.copyOf(tables);
        records = List.copyOf(records);
        objects = List.copyOf(objects);
        poison = List.copyOf(poison);
        strikes = List.copyOf(strikes);
        pages = List.copyOf(pages);
        gateway = List.copyOf(gateway);
        webhooks = List.copyOf(webhooks);
    }

    /**
     * Returns the rows of a table.
     *
     * @throws IllegalStateException if the table does not exist, so that a renamed table does not look empty
     */
    public List<Row> rows(String service, String table) {
        List<Row> rows = tables.getOrDefault(service, Map.of()).get(table);
        if (rows == null) {
            throw new IllegalStateException(service + " has no table " + table);
        }
        return rows;
    }

    /**
     * Returns the rows of a table by a column with unique values.
     *
     * @throws IllegalStateException if a value occurs twice
     */
    public Map<String, Row> rowsBy(String service, String table, String column) {
        return rows(service, table).stream()
                .filter(row -> row.has(column))
                .collect(Collectors.toMap(row -> row.text(column), Function.identity(), (first, second) -> {
                    throw new IllegalStateException(table + " of " + service + " has two rows with one " + column + ": "
                            + first + " " + second);
                }));
    }

    /** Returns the distinct events of a topic that services published, by aggregate and version. */
    public List<PublishedEvent> events(String topic) {
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

    public List<PublishedEvent> events(String topic, String type) {
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
