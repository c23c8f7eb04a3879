package io.zizhi.local.server.kafka;

import io.zizhi.contracts.Topics;
import io.zizhi.local.server.JavaLaunch;
import io.zizhi.local.server.Launch;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.Probe;
import io.zizhi.local.server.ServerClassPath;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.state.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Kafka broker (KRaft, broker and controller in one process). It has the topics of the suite and creates no
 * others. Every client logs in as one of {@link KafkaUsers}; {@link TopicRights} defines the rights of each service.
 */
public final class KafkaBroker {

    /** The name of the pid file and the log. */
    public static final String NAME = "kafka";

    public static final String PORT_VARIABLE = "ZIZHI_PORT_KAFKA";

    public static final String CONTROLLER_PORT_VARIABLE = "ZIZHI_PORT_KAFKA_CONTROLLER";

    /** Display name. */
    public static final String TITLE = "Kafka";

    /** Display name of its second listener. */
    public static final String CONTROLLER_TITLE = "the Kafka controller";

    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private KafkaBroker() {}

    /**
     * Starts the broker of the installation in {@code folder}, or finds it running.
     *
     * @param services services that get a dead-letter topic for each topic
     * @param further additional ports on which it listens, each with the port it advertises to its clients
     * @return the bootstrap servers
     */
    public static String start(
            Path folder,
            int port,
            int controllerPort,
            Secrets secrets,
            List<String> services,
            Map<Integer, Integer> further) {
        ServerProcess process = ServerProcess.ready(
                NAME,
                TITLE,
                folder,
                () -> launch(folder, port, controllerPort, new KafkaUsers(folder, secrets), services, further),
                probe(folder),
                TIMEOUT);
        return "127.0.0.1:" + process.port();
    }

    /** Returns a probe that checks that the topics exist, then asks the broker for its API versions. */
    public static Probe probe(Path folder) {
        Path ready = folder.resolve("kafka/ready");
        return port ->
                Files.exists(ready) ? KafkaProbe.answer(port, Certificates.of(folder)) : "its topics do not exist yet";
    }

    private static Launch launch(
            Path folder,
            int port,
            int controllerPort,
            KafkaUsers users,
            List<String> services,
            Map<Integer, Integer> further) {
        Port.requireFree(controllerPort, CONTROLLER_TITLE, CONTROLLER_PORT_VARIABLE);
        Path home = PrivateFiles.folder(KafkaUsers.folder(folder));
        Path data = PrivateFiles.folder(folder.resolve("data")).resolve(NAME);
        Path configuration = home.resolve("server.properties");
        Path topics = home.resolve("topics.properties");
        Path rights = home.resolve("rights.properties");
        Path login = home.resolve("login.conf");
        Path client = home.resolve("broker-client.properties");
        Path ready = home.resolve("ready");
        PrivateFiles.write(
                configuration,
                configuration(data, controllerPort)
                        + listeners(port, controllerPort, further, users.protocol())
                        + Certificates.of(folder).map(KafkaBroker::tls).orElse(""));
        PrivateFiles.write(topics, topics(services));
        PrivateFiles.write(rights, TopicRights.lines());
        PrivateFiles.write(login, users.loginContext());
        String address = "127.0.0.1:" + port;
        PrivateFiles.write(client, users.javaClient(KafkaUsers.BROKER, address));
        PrivateFiles.write(home.resolve("tools.properties"), users.javaClient(KafkaUsers.TOOLS, address));
        PrivateFiles.write(home.resolve("kcat.conf"), users.nativeClient(address));
        deleteIfExists(ready);
        List<String> options = List.of(
                "-Djava.security.auth.login.config=" + login,
                "io.zizhi.local.broker.BrokerMain",
                configuration.toString(),
                client.toString(),
                topics.toString(),
                rights.toString(),
                ready.toString());
        return JavaLaunch.of(
                NAME, TITLE, folder, port, PORT_VARIABLE, "96m", options, ServerClassPath.of("local-broker"));
    }

    /** Returns one line per topic: partitions and clean-up policy. */
    private static String topics(List<String> services) {
        StringBuilder lines = new StringBuilder();
        for (String topic : Topics.ALL) {
            String policy = topic.equals(Topics.ACCOUNT) ? "compact" : "delete";
            lines.append(topic)
                    .append('=')
                    .append(Topics.PARTITIONS)
                    .append(',')
                    .append(policy)
                    .append('\n');
            for (String service : services) {
                lines.append(Topics.deadLetter(topic, service)).append("=1,delete\n");
            }
        }
        return lines.toString();
    }

    private static String configuration(Path data, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=CLIENTS
                sasl.enabled.mechanisms=PLAIN
                sasl.mechanism.inter.broker.protocol=PLAIN
                sasl.mechanism.controller.protocol=PLAIN
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:broker;User:tools
                log.dirs=%2$s
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=8388608
                # nothing expires: neither events, nor (ten years) what a service has read
                log.retention.ms=-1
                log.retention.bytes=-1
                offsets.retention.minutes=5256000
                # 10 MiB by default, for each of the ninety partitions
                log.index.size.max.bytes=1048576
                """.formatted(controllerPort, data);
    }

    private static String listeners(int port, int controllerPort, Map<Integer, Integer> further, String protocol) {
        StringBuilder listeners = new StringBuilder("CLIENTS://127.0.0.1:" + port);
        StringBuilder advertised = new StringBuilder(listeners);
        StringBuilder protocols = new StringBuilder("CLIENTS:" + protocol + ",CONTROLLER:" + protocol);
        further.forEach((own, named) -> {
            listeners.append(",LINK").append(own).append("://127.0.0.1:").append(own);
            advertised.append(",LINK").append(own).append("://127.0.0.1:").append(named);
            protocols.append(",LINK").append(own).append(':').append(protocol);
        });
        return "listeners=" + listeners + ",CONTROLLER://127.0.0.1:" + controllerPort + "\nadvertised.listeners="
                + advertised + "\nlistener.security.protocol.map=" + protocols + "\n";
    }

    private static String tls(Certificates certificates) {
        return """
                ssl.keystore.type=PKCS12
                ssl.keystore.location=%1$s
                ssl.keystore.password=%3$s
                ssl.key.password=%3$s
                ssl.truststore.type=PKCS12
                ssl.truststore.location=%2$s
                ssl.truststore.password=%4$s
                """.formatted(
                        certificates.keyStore(),
                        certificates.trustStore(),
                        certificates.password(),
                        certificates.trustPassword());
    }

    private static void deleteIfExists(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
