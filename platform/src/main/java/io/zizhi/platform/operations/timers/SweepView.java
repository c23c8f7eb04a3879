package io.zizhi.platform.operations.timers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.timers.ClockState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the sweeping of timers goes.
 *
 * @param owners one entry per kind of aggregate
 * @param lastSweepAt last sweep of the replica that answers, by the database clock; absent before the first
 * @param heldSince while that replica holds its sweeps: when it last trusted the clock; absent while it does not hold
 * @param jumpSeconds by how much the database clock jumped then; negative backwards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepView(
        List<OwnerTimers> owners,
        @Nullable Instant lastSweepAt,
        @Nullable Instant heldSince,
        @Nullable Long jumpSeconds) {

    /**
     * Timers of one kind of aggregate.
     *
     * @param ownerType kind of aggregate
     * @param armed waiting for their instant
     * @param due armed, and their instant has come
     * @param overdue of those, the ones that have been due for more than five seconds
     * @param oldestDueAt the earliest instant that is armed; absent where none is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnerTimers(
            String ownerType,
            long armed,
            long due,
            long overdue,
            @Nullable Instant oldestDueAt) {}

    static SweepView from(List<OwnerTimers> owners, ClockState clock) {
        Duration jump = clock.jump();
        return new SweepView(
                owners,
                clock.lastSweepAt(),
                jump == null ? null : clock.lastSweepAt(),
                jump == null ? null : jump.toSeconds());
    }
}
