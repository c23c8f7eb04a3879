package io.zizhi.qualification.outcome.letterexpiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import io.zizhi.qualification.outcome.expiry.ExpiryPoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Handles the expiry timers of letters by publishing the stage reached. If several stages are due at once, because
 * timers did not run for a long time, only the last one is published.
 */
@ApplicationScoped
public class LetterExpiryTimers implements TimerOwner {

    private static final BinaryOperator<ExpiryPoint> LAST =
            BinaryOperator.maxBy(Comparator.comparing(ExpiryPoint::stage));

    private final LetterExpiryRepository expiries;
    private final TellLetterExpiry tell;

    LetterExpiryTimers(LetterExpiryRepository expiries, TellLetterExpiry tell) {
        this.expiries = expiries;
        this.tell = tell;
    }

    @Override
    public String ownerType() {
        return LetterExpiryWatch.OWNER;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return expiries.lockFree(ownerIds);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> timers, Instant now) {
        Map<Long, ExpiryPoint> worthTelling = reached(timers);
        worthTelling.values().removeIf(point -> point.isReminderAfterTheEnd(now));
        return tell.handle(worthTelling, now);
    }

    /** Returns the last stage for each letter. */
    private static Map<Long, ExpiryPoint> reached(List<FiredTimer> timers) {
        Map<Long, ExpiryPoint> last = new TreeMap<>();
        timers.forEach(timer -> last.merge(timer.ownerId(), ExpiryPoint.of(timer.kind()), LAST));
        return last;
    }
}
