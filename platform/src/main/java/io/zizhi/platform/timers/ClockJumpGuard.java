package io.zizhi.platform.timers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the database's clock with the monotonic time of this process from sweep to sweep. A jump of more than a
 * minute holds the sweeps, because what fires too early cannot be taken back; they go on when the clock is right again
 * or, if the jump was a correction, when an operator says so or the process starts again. A start never holds.
 *
 * <p>Jumps are noted in the database, and a release is one of the jumps noted: it counts for every process that sees the
 * same jump, also for one that sees it only after the release, and for no other jump. A jump is the same when it is as
 * large, to a minute, and was noted since this process last trusted the clock.
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
     * A jump for which this process holds its sweeps.
     *
     * @param known the newest jump that was noted when it last trusted the clock
     */
    record Jump(long seconds, long known) {}

    /**
     * @param now the database's clock
     * @param nanos {@link System#nanoTime} of the same moment
     * @param newest the newest jump that was noted, read before the clock
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

    /** The jump for which the sweeps are held, if they are. */
    synchronized Optional<Jump> jump() {
        return Optional.ofNullable(held).map(jump -> new Jump(jump.toSeconds(), known));
    }

    /** The jump was released: trusts the clock as it is. See {@link #mayTrust} for the parameters. */
    synchronized void release(Instant now, long nanos, long newest) {
        LOG.warn("An operator released the timers; the database clock is trusted as it is");
        trust(now, nanos, newest);
    }

    /** For those who watch. */
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
