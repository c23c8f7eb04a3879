package io.zizhi.platform.timers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the database's clock with the monotonic time of this process from sweep to sweep. A jump of more than a
 * minute holds the sweeps, because what fires too early cannot be taken back; they go on when the clock is right again
 * or, if the jump was a correction, when an operator says so or the process starts again. A start never holds.
 */
@ApplicationScoped
public class ClockJumpGuard {

    private static final Logger LOG = Logger.getLogger(ClockJumpGuard.class);
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final long NOT_ASKED = -1;

    private @Nullable Instant trusted;
    private long trustedNanos;
    private @Nullable Duration held;
    private long releasesBefore = NOT_ASKED;

    /**
     * @param now the database's clock
     * @param nanos {@link System#nanoTime} of the same moment
     */
    synchronized boolean mayTrust(Instant now, long nanos) {
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
        trust(now, nanos);
        return true;
    }

    /**
     * While the sweeps are held: trusts the clock as it is once there is a release more than there was at first.
     *
     * @param releases how many releases there are
     */
    synchronized void heldUntilReleased(long releases, Instant now, long nanos) {
        if (releasesBefore == NOT_ASKED) {
            releasesBefore = releases;
        } else if (releases > releasesBefore) {
            LOG.warn("An operator released the timers; the database clock is trusted as it is");
            trust(now, nanos);
        }
    }

    /** For those who watch. */
    public synchronized ClockState state() {
        return new ClockState(trusted, held);
    }

    private void trust(Instant now, long nanos) {
        held = null;
        releasesBefore = NOT_ASKED;
        trusted = now;
        trustedNanos = nanos;
    }
}
