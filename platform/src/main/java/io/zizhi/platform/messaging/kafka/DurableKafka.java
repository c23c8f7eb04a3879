package io.zizhi.platform.messaging.kafka;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start with Kafka settings that lose data. The connector's own defaults lose data: it writes with
 * {@code acks=1}, for which the client silently disables idempotence, and it reads a new topic from its end. Settings
 * that change the order of events are rejected as well.
 */
@ApplicationScoped
public class DurableKafka {

    private static final Set<String> LOSING_STRATEGIES = Set.of("ignore", "latest");

    private final KafkaClientService clients;

    DurableKafka(KafkaClientService clients) {
        this.clients = clients;
    }

    void check(@Observes StartupEvent event) {
        clients.getProducerChannels()
                .forEach(channel ->
                        checkProducer(channel, clients.getProducer(channel).configuration()));
        clients.getConsumerChannels()
                .forEach(channel ->
                        checkConsumer(channel, clients.getConsumer(channel).configuration()));
    }

    /** Rejects connector strategies that acknowledge unprocessed records. */
    void checkStrategies(@Observes StartupEvent event) {
        Config config = ConfigProvider.getConfig();
        clients.getConsumerChannels().forEach(channel -> {
            String prefix = "mp.messaging.incoming." + channel + ".";
            refuseStrategy(channel, config.getOptionalValue(prefix + "failure-strategy", String.class));
            refuseStrategy(channel, config.getOptionalValue(prefix + "commit-strategy", String.class));
        });
    }

    /** Rejects retries by the connector: a failed event would then arrive after later events of its aggregate. */
    void checkOrder(@Observes StartupEvent event) {
        refuseRetries(
                ConfigProvider.getConfig().getOptionalValue("mp.messaging.outgoing.outbox.retries", String.class));
    }

    static void refuseRetries(Optional<String> retries) {
        if (!retries.equals(Optional.of("0"))) {
            throw new IllegalStateException("Kafka channel outbox would reorder events: retries is "
                    + retries.orElse("not set") + " and must be 0.");
        }
    }

    static void refuseStrategy(String channel, Optional<String> strategy) {
        if (strategy.filter(LOSING_STRATEGIES::contains).isPresent()) {
            throw new IllegalStateException(
                    "Kafka channel " + channel + " would lose data with the strategy " + strategy.get() + ".");
        }
    }

    static void checkProducer(String channel, Map<String, ?> settings) {
        demand(channel, settings, "acks", Set.of("all", "-1"));
        demand(channel, settings, "enable.idempotence", Set.of("true"));
    }

    static void checkConsumer(String channel, Map<String, ?> settings) {
        demand(channel, settings, "auto.offset.reset", Set.of("earliest"));
        demand(channel, settings, "enable.auto.commit", Set.of("false"));
    }

    private static void demand(String channel, Map<String, ?> settings, String name, Set<String> allowed) {
        String value = String.valueOf(settings.get(name));
        if (!allowed.contains(value)) {
            throw new IllegalStateException("Kafka channel " + channel + " would lose data: " + name + " is " + value
                    + " and must be one of " + allowed + ".");
        }
    }
}
