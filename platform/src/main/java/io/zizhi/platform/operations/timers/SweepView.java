package io.zizhi.platform.operations.timers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.timers.ClockState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State of the timer sweeps.
 *
 * @param owners one entry per kind of aggregate
 * @param lastSweepAt last time the answering replica looked for due timers, in database time; absent before the first
 * @param heldSince while that replica holds its sweeps: when it last trusted the clock; otherwise absent
 * @param jumpSeconds size of that jump of the database clock; negative for backwards
 * @param jumps the newest clock jumps for which any replica held its sweeps, newest first, at most 10
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepView(
        List<OwnerTimers> owners,
        @Nullable Instant lastSweepAt,
        @Nullable Instant heldSince,
        @Nullable Long jumpSeconds,
        List<ClockJump> jumps) {

    /**
     * Timers of one kind of aggregate.
     *
     * @param ownerType kind of aggregate
     * @param armed timers that wait for their instant
     * @param due armed timers whose instant has passed
     * @param overdue timers due for more than five seconds
     * @param oldestDueAt the earliest instant of due timers; absent if none is due
     * @param nextDueAt the earliest future instant; absent if there is none
     * @param lastSweepAt the last successful sweep for them in the answering replica, in database time; absent before
     *     the first. If it is older than a minute while others are recent, these sweeps fail and the log says why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnerTimers(
            String ownerType,
            long armed,
            long due,
            long overdue,
            @Nullable Instant oldestDueAt,
            @Nullable Instant nextDueAt,
            @Nullable Instant lastSweepAt) {}

    /**
     * A jump of the database clock relative to the monotonic time of a process.
     *
     * @param seconds size of the jump; negative for backwards
     * @param seenAt when a replica first recorded it, by the clock after the jump
     * @param releasedAt when an operator confirmed the clock; if absent, replicas that see the jump hold their timers
     *     until the clock is right again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockJump(
            long seconds, Instant seenAt, @Nullable Instant releasedAt) {}

    static SweepView from(List<OwnerTimers> owners, ClockState clock, List<ClockJump> jumps) {
        Duration jump = clock.jump();
        return new SweepView(
                owners,
                clock.lastSweepAt(),
                jump == null ? null : clock.lastSweepAt(),
                jump == null ? null : jump.toSeconds(),
                jumps);
    }
}
