package io.zizhi.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Waits for the broker, creates the topics that are missing, and writes the ready file. */
final class TopicCreation implements Runnable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String DEAD_LETTER = ".dead-letter";

    /** A dead letter is larger than its record, which may be as large as Kafka takes by default: 1 MiB. */
    private static final String DEAD_LETTER_BYTES = Integer.toString(2 << 20);

    private final String bootstrapServers;
    private final Properties topics;
    private final Path ready;

    TopicCreation(String bootstrapServers, Properties topics, Path ready) {
        this.bootstrapServers = bootstrapServers;
        this.topics = topics;
        this.ready = ready;
    }

    @Override
    public void run() {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
                50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = topics.stringPropertyNames().stream()
                    .filter(name -> !present.contains(name))
                    .map(this::topic)
                    .toList();
            admin.createTopics(missing).all().get();
            Files.writeString(ready, "");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be created", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
