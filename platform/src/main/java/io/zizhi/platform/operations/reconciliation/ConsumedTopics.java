package io.zizhi.platform.operations.reconciliation;

import io.quarkus.runtime.StartupEvent;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.operations.reconciliation.published.ReconciliationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The topics that this service consumes and compares. The topic of accounts is excluded. It is compacted, its last
 * write wins and other systems write to it, so no producer knows the version that a consumer should have.
 */
@ApplicationScoped
class ConsumedTopics {

    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\..+\\.topic");

    private final List<String> topics;
    private final ReconciliationSettings settings;

    ConsumedTopics(Config config, ReconciliationSettings settings) {
        this.settings = settings;
        this.topics = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(channel -> config.getValue(channel.group(), String.class))
                .filter(topic -> Topics.ALL.contains(topic) && !topic.equals(Topics.ACCOUNT))
                .distinct()
                .sorted()
                .toList();
    }

    List<String> all() {
        return topics;
    }

    /** Fails at start-up if the address of a producer is missing: its topic could not be compared. */
    void check(@Observes StartupEvent event) {
        for (String topic : topics) {
            String producer = Topics.producer(topic);
            if (!settings.producers().containsKey(producer)) {
                throw new IllegalStateException("zizhi.reconciliation.producers.\"" + producer + "\" is not set, and "
                        + topic + " is consumed. Set it to the internal address of " + producer + ".");
            }
        }
    }
}
