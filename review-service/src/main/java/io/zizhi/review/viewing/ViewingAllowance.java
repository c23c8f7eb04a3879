package io.zizhi.review.viewing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Counts views of personal data, and refuses those beyond the limits of the person. Everything is counted in the
 * database, so the limits hold across replicas.
 */
@ApplicationScoped
public class ViewingAllowance {

    /** Why a view is refused, for the documents of endpoints. */
    public static final String LIMITED =
            "The caller viewed documents too often, or too many documents, submissions or accounts. Continue after"
                    + " `Retry-After`, or when a supervisor has lifted the limit.";

    private static final Logger LOG = Logger.getLogger(ViewingAllowance.class);

    private final StaffViewRepository views;
    private final ViewingLimits limits;
    private final CurrentClock clock;
    private final AuditLog audit;
    private final Counter refusals;

    ViewingAllowance(
            StaffViewRepository views,
            ViewingLimits limits,
            CurrentClock clock,
            AuditLog audit,
            MeterRegistry metrics) {
        this.views = views;
        this.limits = limits;
        this.clock = clock;
        this.audit = audit;
        this.refusals = Counter.builder("zizhi_viewing_refusals")
                .description("Views of personal data that were refused because of a person's limits")
                .register(metrics);
    }

    /** Registers the metric at start-up, before the first refusal. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered the metric.
    }

    /**
     * Records the view in the caller's transaction. Fails with 429 if it exceeds a limit; the transaction must then
     * roll back. Locks the person's row, so take it after the row of the review.
     *
     * @param now the database time
     */
    public Uni<Void> take(ViewedObject view, Instant now) {
        String reviewer = view.viewer().subject();
        return views.lock(reviewer)
                .call(() -> clock.now().chain(data -> views.record(view, now, !data.isOpen(now))))
                .chain(before ->
                        views.counts(reviewer, now).chain(counts -> judge(view.viewer(), before, counts, now)));
    }

    private Uni<Void> judge(Caller viewer, ViewingLevel before, ViewingCounts counts, Instant now) {
        List<ViewingMeasure> exceeded = limits.exceeded(counts);
        if (!exceeded.isEmpty()) {
            return refuse(viewer.subject(), exceeded, now);
        }
        ViewingLevel after = limits.level(counts);
        if (after == before) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> stored = views.setLevel(viewer.subject(), after);
        return after.compareTo(before) > 0 ? stored.call(() -> raise(viewer, after, counts)) : stored;
    }

    /** Records in the audit log which measures are unusual, for whoever follows the alert. */
    private Uni<Void> raise(Caller viewer, ViewingLevel level, ViewingCounts counts) {
        LOG.warnf("The views of a member of staff are now %s; the audit log says whose", level);
        return audit.append(new AuditEntry(
                viewer.subject(),
                viewer.has(Roles.REVIEWER) ? Roles.REVIEWER : Roles.SUPERVISOR,
                null,
                level == ViewingLevel.LIMITED ? "reviewer.views-limited" : "reviewer.views-unusual",
                "reviewer",
                viewer.subject(),
                null,
                limits.unusual(counts).stream().map(Enum::name).toList()));
    }

    private Uni<Void> refuse(String reviewer, List<ViewingMeasure> exceeded, Instant now) {
        refusals.increment();
        return Multi.createFrom()
                .iterable(exceeded)
                .onItem()
                .transformToUniAndConcatenate(measure -> freeAt(reviewer, measure, now))
                .collect()
                .asList()
                .chain(times -> Uni.createFrom()
                        .failure(Problems.tooManyRequests(
                                "VIEWING_LIMITED",
                                "You have viewed personal data too often, or of too many documents, submissions or"
                                        + " accounts. Ask a supervisor to lift the limit, or continue after the time in"
                                        + " `Retry-After`.",
                                wholeSeconds(Duration.between(
                                        now,
                                        times.stream()
                                                .max(Comparator.naturalOrder())
                                                .orElse(now))))));
    }

    /**
     * Returns when one more object is within the limit: when enough of the others have left the window. The refused
     * object is the newest one, so it is skipped.
     */
    private Uni<Instant> freeAt(String reviewer, ViewingMeasure measure, Instant now) {
        return views.nth(reviewer, measure, limits.limit(measure), now)
                .map(seen -> seen.orElse(now).plus(measure.window()));
    }

    /** Rounds up, so that a caller who waits that long does not come too early. */
    private static Duration wholeSeconds(Duration left) {
        return Duration.ofSeconds(Math.max(1, left.plusMillis(999).toSeconds()));
    }
}
