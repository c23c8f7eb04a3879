package io.zizhi.platform.messaging.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.DatabaseContact;
import io.zizhi.platform.database.DatabaseSilence;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Gives up the partitions of this replica while it cannot reach its database, so that another replica processes their
 * events. The replica stays in its consumer groups and takes part again once the database answers
 * ({@link AbleMembersAssignor}). It keeps retrying the events that it has started. Another replica may process them
 * too; the inbox drops the duplicates.
 */
@ApplicationScoped
class PartitionShare {

    private static final Logger LOG = Logger.getLogger(PartitionShare.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final KafkaClientService clients;
    private final DatabaseContact contact;
    private final Duration patience;
    private final RepeatingWork work;
    private volatile boolean able = true;
    private volatile boolean announced = true;

    PartitionShare(Vertx vertx, KafkaClientService clients, DatabaseContact contact, DatabaseSilence silence) {
        this.clients = clients;
        this.contact = contact;
        this.patience = silence.giveUpPartitions();
        this.work = new RepeatingWork(vertx, "Partition share", BETWEEN_LOOKS, this::look);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Returns whether this replica can process events, as far as it knows. */
    boolean isAble() {
        return able;
    }

    private Uni<Boolean> look() {
        boolean now = contact.silence().compareTo(patience) < 0;
        able = now;
        if (now == announced) {
            return Uni.createFrom().item(false);
        }
        LOG.warn(
                now
                        ? "The database answers again: taking partitions"
                        : "The database does not answer: giving up partitions");
        return rebalance().invoke(() -> announced = now).replaceWith(false);
    }

    private Uni<Void> rebalance() {
        List<Uni<Void>> all = clients.getConsumerChannels().stream()
                .flatMap(channel -> clients.getConsumers(channel).stream())
                .map(PartitionShare::rejoin)
                .toList();
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(all).andCollectFailures().replaceWithVoid();
    }

    private static Uni<Void> rejoin(KafkaConsumer<?, ?> consumer) {
        return consumer.runOnPollingThread(client -> {
            client.enforceRebalance("this member's database became silent or answers again");
        });
    }
}
