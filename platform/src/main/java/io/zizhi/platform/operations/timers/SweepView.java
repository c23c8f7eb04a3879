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
 * @param lastSweepAt when the replica that answers looked for due timers last, by the database clock; absent before the
 *     first time
 * @param heldSince while that replica holds its sweeps: when it last trusted the clock; absent while it does not hold
 * @param jumpSeconds by how much the database clock jumped then; negative backwards
 * @param jumps the newest jumps of the database clock for which any replica held its sweeps, newest first, at most 10
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
     * @param armed waiting for their instant
     * @param due armed, and their instant has come
     * @param overdue of those, the ones that have been due for more than five seconds
     * @param oldestDueAt the earliest instant of those that are due; absent where none is
     * @param nextDueAt the earliest instant of those that are to come; absent where none is
     * @param lastSweepAt the last sweep for them that succeeded in the replica that answers, by the database clock;
     *     absent before the first. Older than a minute while others are new: these sweeps fail, and the log says why
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
     * A jump of the database clock against the monotonic time of a process.
     *
     * @param seconds by how much; negative backwards
     * @param seenAt when a replica noted it first, by the clock after the jump
     * @param releasedAt when an operator said that the clock is right; absent where none did: then replicas that see the
     *     jump hold their timers until the clock is right again
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
