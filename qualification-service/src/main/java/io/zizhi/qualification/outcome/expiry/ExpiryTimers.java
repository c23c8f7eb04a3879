package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Handles the expiry timers of qualifications or letters by publishing the stage reached. If several stages for one
 * last day are due at once, because timers did not run for a long time, only the last one is published.
 */
abstract class ExpiryTimers implements TimerOwner {

    private static final BinaryOperator<Reached> LAST =
            BinaryOperator.maxBy(Comparator.comparing(each -> each.point().stage()));

    @Override
    public Uni<Void> fired(List<FiredTimer> timers, Instant now) {
        List<Reached> worthPublishing = reached(timers).stream()
                .filter(each -> !each.point().isReminderAfterTheEnd(now))
                .toList();
        return worthPublishing.isEmpty() ? Uni.createFrom().voidItem() : publish(worthPublishing, now);
    }

    /** Publishes these stages in the transaction of the timers, with the owners locked. */
    abstract Uni<Void> publish(List<Reached> reached, Instant now);

    /** Returns the last stage for each owner and last day. */
    static List<Reached> reached(List<FiredTimer> timers) {
        Map<Object, Reached> last = timers.stream()
                .map(timer -> new Reached(timer.ownerId(), ExpiryPoint.of(timer.kind())))
                .collect(Collectors.toMap(
                        each -> Map.entry(each.ownerId(), each.point().endsOn()),
                        Function.identity(),
                        LAST,
                        LinkedHashMap::new));
        return List.copyOf(last.values());
    }

    /** A stage reached by a letter or by evidence of a qualification. */
    record Reached(long ownerId, ExpiryPoint point) {}
}
