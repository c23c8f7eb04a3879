package io.zizhi.local.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Runs a Kafka broker and creates its topics. One JVM does both. A separate admin client would need a second JVM at
 * every start, or the Kafka client on the class path of every test.
 */
public final class BrokerMain {

    private BrokerMain() {}

    /**
     * Runs until the process is stopped.
     *
     * @param arguments the broker's properties; the properties of an administrator client; the topics, as {@code
     *     name=partitions,policy}; the rights, as {@code user.right=names}; the file to write once all topics and
     *     rights exist
     */
    public static void main(String[] arguments) throws IOException {
        Path configuration = Path.of(arguments[0]);
        Properties broker = load(configuration);
        format(configuration, Path.of(broker.getProperty("log.dirs")));
        Preparation preparation = new Preparation(
                load(Path.of(arguments[1])),
                new TopicCreation(load(Path.of(arguments[2]))),
                new Rights(load(Path.of(arguments[3]))),
                Path.of(arguments[4]));
        Thread.ofPlatform().name("preparation").daemon().start(preparation);
        Kafka.main(new String[] {configuration.toString()});
    }

    private static void format(Path configuration, Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        String[] command = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", configuration.toString()
        };
        int status = StorageTool.execute(command, System.out);
        if (status != 0) {
            throw new IllegalStateException("Kafka could not format its storage in " + data);
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream content = Files.newInputStream(file)) {
            properties.load(content);
        }
        return properties;
    }
}
