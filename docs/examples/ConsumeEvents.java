import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Processes each event once, and the events of an aggregate in their order. Arguments: a file with the settings of the
 * Kafka client, and the topics. A real consumer stores the three collections in its database, in the transaction of its
 * effect.
 */
public final class ConsumeEvents {

    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, ConsumerRecord<String, String>> early = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        settings.putAll(Map.of("group.id", "consume-events", "auto.offset.reset", "earliest"));
        settings.load(new StringReader(Files.readString(Path.of(arguments[0]))));
        settings.put("enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(arguments).subList(1, arguments.length));
            ConsumeEvents events = new ConsumeEvents();
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(events::receive);
                if (events.early.isEmpty()) { // a commit would lose early events if this program stopped now
                    consumer.commitSync();
                }
            }
        }
    }

    private void receive(ConsumerRecord<String, String> event) {
        String aggregate = event.topic() + "/" + event.key() + "/";
        long version = Long.parseLong(header(event, "ce_aggregateversion"));
        long next = versions.getOrDefault(aggregate, version - 1) + 1; // the first version read may be any
        if (!ids.add(header(event, "ce_id")) || version < next) {
            return; // a repetition, or an event from before the first one read
        }
        early.put(aggregate + version, event);
        for (; early.containsKey(aggregate + next); versions.put(aggregate, next++)) {
            process(early.remove(aggregate + next));
        }
    }

    /** Replace this method by the effect in your system. */
    private static void process(ConsumerRecord<String, String> event) {
        String version = header(event, "ce_aggregateversion");
        System.out.println(event.key() + " " + version + " " + header(event, "ce_type") + " " + event.value());
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
