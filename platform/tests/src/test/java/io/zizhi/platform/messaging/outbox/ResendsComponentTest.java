package io.zizhi.platform.messaging.outbox;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.blocking.CallersContext;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Tests the resend of many old events while new ones arrive. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ResendsComponentTest {

    private static final int PER_SECOND = 20;
    private static final int OLD_EVENTS = 50;

    @Inject
    AgroalDataSource database;

    @Inject
    FailPoints failPoints;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    /** In order. A relay that loses its lease in a stall of the machine sends events again. */
    private final List<Long> published = new CopyOnWriteArrayList<>();

    /** Keeps the first share of resent events from its end until the test has appended its new event. */
    private final CompletableFuture<Void> appended = new CompletableFuture<>();

    private volatile boolean resending;

    @Test
    void sends_new_events_first_and_resends_at_bounded_rate() {
        try (RelayReplicas replicas = replicas()) {
            List<Long> old = sendAllAgain(replicas);

            long fresh = replicas.append();
            appended.complete(null);
            await().until(() -> published.contains(fresh));
            assertThat(published.indexOf(fresh)).isLessThanOrEqualTo(2 * PER_SECOND);
            await().until(() -> published.containsAll(old));
            assertThat(published.stream().filter(old::contains).distinct()).containsExactlyElementsOf(old);
        }
    }

    /**
     * If the new event were not resent, a consumer of a recreated topic would hold it forever, before its predecessors.
     */
    @Test
    void resends_new_event_after_old_ones_of_its_aggregate() {
        try (RelayReplicas replicas = replicas()) {
            long last = sendAllAgain(replicas).getLast();

            long following = replicas.appendAfter(last);
            appended.complete(null);
            await().until(() ->
                    published.contains(last) && published.lastIndexOf(following) > published.lastIndexOf(last));
            assertThat(published.indexOf(following)).isLessThan(published.indexOf(last));
            await().until(() -> !replicas.sentAt(following).isEmpty());
        }
    }

    /** Publishes old events and requests their resend. Returns them when the first share is being resent. */
    private List<Long> sendAllAgain(RelayReplicas replicas) {
        List<Long> old = IntStream.range(0, OLD_EVENTS)
                .mapToObj(ignored -> replicas.append())
                .toList();
        await().until(() ->
                published.containsAll(old) && !replicas.sentAt(old.getLast()).isEmpty());
        published.clear();
        resending = true;
        replicas.resendAll();
        await().until(() -> !published.isEmpty());
        return old;
    }

    private RelayReplicas replicas() {
        return RelayReplicas.start(
                database,
                OutboxRelay.options(url, user, password),
                failPoints,
                row -> {
                    published.add(row.sequence());
                    return resending
                            ? CallersContext.resume(Uni.createFrom().completionStage(appended))
                            : Uni.createFrom().voidItem();
                },
                new RelayReplicas.Settings(500, PER_SECOND));
    }
}
