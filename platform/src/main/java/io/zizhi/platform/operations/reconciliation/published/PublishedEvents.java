package io.zizhi.platform.operations.reconciliation.published;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Published events of this service, for consumers that compare them with the events that they have applied. */
@ApplicationScoped
public class PublishedEvents {

    /** Maximum aggregates per request. */
    public static final int MOST = 500;

    private static final Logger LOG = Logger.getLogger(PublishedEvents.class);

    private final PublishedEventRepository repository;
    private final ReconciliationSettings settings;

    PublishedEvents(PublishedEventRepository repository, ReconciliationSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** Returns the last version of each aggregate with events, sent or unsent. */
    @WithSession
    public Uni<PublishedVersions> versions(VersionsRequest request) {
        Parameters.topic("/topic", request.topic());
        return repository.versions(request.topic(), request.aggregateIds()).map(PublishedVersions::new);
    }

    /**
     * Returns the aggregates of the topic with ids after {@code after}, each with the last version that consumers
     * should have applied.
     */
    @WithSession
    public Uni<PublishedVersions> page(@Nullable String topic, @Nullable String after) {
        // A missing topic is treated as unknown: an empty page would tell the consumer that it has everything.
        String known = Objects.requireNonNull(Parameters.topic("?topic", Objects.requireNonNullElse(topic, "")));
        String position = after == null || after.isEmpty() ? null : Parameters.text("?after", after);
        return repository
                .page(known, Objects.requireNonNullElse(position, ""), MOST, settings.settledAfter())
                .map(PublishedVersions::new);
    }

    /**
     * Resends the events after the given versions. Skips an aggregate if one of its events was deleted, because
     * consumers could not apply the others.
     */
    @WithTransaction
    public Uni<ResentEvents> resend(MissingEventsRequest request) {
        Parameters.topic("/topic", request.topic());
        return repository
                .resend(request.topic(), request.aggregates())
                .invoke(resent -> report(request, resent))
                .map(ResentEvents::new);
    }

    private static void report(MissingEventsRequest request, List<ResentEvents.Resent> resent) {
        LOG.infof(
                "A consumer of %s lacks events of %d aggregates; resending %d events of %d aggregates",
                request.topic(),
                request.aggregates().size(),
                resent.stream().mapToInt(ResentEvents.Resent::events).sum(),
                resent.size());
    }
}
