package io.zizhi.platform.timers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stops the timer sweeps after a jump of the database's clock by more than a minute, because a timer fired too early
 * cannot be undone. Between sweeps it compares that clock with the monotonic time of this process. The sweeps resume
 * when the clock is right again. After a jump that corrected the clock, they resume when an operator releases them or
 * the process restarts. The guard never stops them at start-up.
 *
 * <p>Jumps are recorded in the database, and a release applies to one recorded jump. It covers every process that sees
 * the same jump, even one that sees it after the release. Two jumps are the same if their size differs by at most a
 * minute and the first was recorded after this process last trusted the clock.
 */
@ApplicationScoped
public class ClockJumpGuard {

    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(ClockJumpGuard.class);

    private @Nullable Instant trusted;
    private long trustedNanos;
    private long known;
    private @Nullable Duration held;

    /**
     * A jump for which this process has stopped its sweeps.
     *
     * @param known the newest recorded jump when this process last trusted the clock
     */
    record Jump(long seconds, long known) {}

    /**
     * Returns whether the clock can be trusted for this sweep.
     *
     * @param now the database's clock
     * @param nanos {@link System#nanoTime} at the same moment
     * @param newest the newest recorded jump, read before the clock
     */
    synchronized boolean mayTrust(Instant now, long nanos, long newest) {
        Instant last = trusted;
        if (last != null) {
            Duration jump = Duration.between(last.plusNanos(nanos - trustedNanos), now);
            if (jump.abs().compareTo(TOLERANCE) > 0) {
                if (held == null) {
                    LOG.errorf("The database clock jumped by %s; timers are held until it is right again", jump);
                }
                held = jump;
                return false;
            }
        }
        trust(now, nanos, newest);
        return true;
    }

    /** Returns the jump for which the sweeps are stopped, or empty. */
    synchronized Optional<Jump> jump() {
        return Optional.ofNullable(held).map(jump -> new Jump(jump.toSeconds(), known));
    }

    /** Trusts the current clock after an operator's release. See {@link #mayTrust} for the parameters. */
    synchronized void release(Instant now, long nanos, long newest) {
        LOG.warn("An operator released the timers; the database clock is trusted again");
        trust(now, nanos, newest);
    }

    /** Returns the state for monitoring. */
    public synchronized ClockState state() {
        return new ClockState(trusted, held);
    }

    private void trust(Instant now, long nanos, long newest) {
        held = null;
        known = newest;
        trusted = now;
        trustedNanos = nanos;
    }
}
