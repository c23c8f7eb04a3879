package io.zizhi.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Waits for the broker, creates missing topics and rights, and writes the ready file. */
final class Preparation implements Runnable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Map<String, Object> client = new HashMap<>();
    private final TopicCreation topics;
    private final Rights rights;
    private final Path ready;

    Preparation(Properties client, TopicCreation topics, Rights rights, Path ready) {
        client.stringPropertyNames().forEach(name -> this.client.put(name, client.getProperty(name)));
        this.client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        this.client.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50);
        this.client.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        this.topics = topics;
        this.rights = rights;
        this.ready = ready;
    }

    /** Sets rights before it creates topics, so that no topic exists without its rights. */
    @Override
    public void run() {
        try (Admin admin = Admin.create(client)) {
            rights.grant(admin);
            topics.create(admin);
            Files.writeString(ready, "");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot create topics and rights", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
