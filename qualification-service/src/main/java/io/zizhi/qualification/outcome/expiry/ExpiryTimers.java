package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Handles the expiry timers of qualifications by publishing the stage reached. If several stages for one last day are
 * due at once, because timers did not run for a long time, only the last one is published.
 */
@ApplicationScoped
public class ExpiryTimers implements TimerOwner {

    private final ExpiryRepository expiries;
    private final PublishExpiry publish;

    ExpiryTimers(ExpiryRepository expiries, PublishExpiry publish) {
        this.expiries = expiries;
        this.publish = publish;
    }

    @Override
    public String ownerType() {
        return ExpiryWatch.OWNER;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return expiries.lockFree(ownerIds);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> timers, Instant now) {
        List<Reached> worthPublishing = reached(timers).stream()
                .filter(each -> !each.point().isReminderAfterTheEnd(now))
                .toList();
        return publish.handle(worthPublishing, now);
    }

    /** Returns the last stage for each qualification and last day. */
    static List<Reached> reached(List<FiredTimer> timers) {
        Map<Reached, ExpiryStage> last = new TreeMap<>(Comparator.comparingLong(Reached::qualificationId)
                .thenComparing(each -> each.point().endsOn()));
        timers.stream()
                .map(timer -> new Reached(timer.ownerId(), ExpiryPoint.of(timer.kind())))
                .forEach(each ->
                        last.merge(each, each.point().stage(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        return last.entrySet().stream()
                .map(entry -> new Reached(
                        entry.getKey().qualificationId(),
                        new ExpiryPoint(entry.getValue(), entry.getKey().point().endsOn())))
                .toList();
    }

    /** A stage reached by evidence of a qualification. */
    record Reached(long qualificationId, ExpiryPoint point) {}
}
