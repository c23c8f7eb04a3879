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
    private final PublishLetterExpiry publish;

    LetterExpiryTimers(LetterExpiryRepository expiries, PublishLetterExpiry publish) {
        this.expiries = expiries;
        this.publish = publish;
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
        Map<Long, ExpiryPoint> worthPublishing = reached(timers);
        worthPublishing.values().removeIf(point -> point.isReminderAfterTheEnd(now));
        return publish.handle(worthPublishing, now);
    }

    /** Returns the last stage for each letter. */
    private static Map<Long, ExpiryPoint> reached(List<FiredTimer> timers) {
        Map<Long, ExpiryPoint> last = new TreeMap<>();
        timers.forEach(timer -> last.merge(timer.ownerId(), ExpiryPoint.of(timer.kind()), LAST));
        return last;
    }
}
