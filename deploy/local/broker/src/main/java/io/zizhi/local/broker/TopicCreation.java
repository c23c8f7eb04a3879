package io.zizhi.local.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that the broker must have, as {@code name=partitions,policy}. */
final class TopicCreation {

    private static final String DEAD_LETTER = ".dead-letter";

    /**
     * The maximum size of a dead letter. A dead letter is larger than its record, which may have Kafka's default
     * maximum of 1 MiB.
     */
    private static final String DEAD_LETTER_BYTES = Integer.toString(2 << 20);

    private final Properties topics;

    TopicCreation(Properties topics) {
        this.topics = topics;
    }

    void create(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = topics.stringPropertyNames().stream()
                .filter(name -> !present.contains(name))
                .map(this::topic)
                .toList();
        admin.createTopics(missing).all().get();
    }

    private NewTopic topic(String name) {
        String[] shape = topics.getProperty(name).split(",", 2);
        short replicas = 1;
        Map<String, String> settings = new HashMap<>(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, shape[1]));
        if (name.endsWith(DEAD_LETTER)) {
            settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_LETTER_BYTES);
        }
        return new NewTopic(name, Integer.parseInt(shape[0]), replicas).configs(settings);
    }
}
