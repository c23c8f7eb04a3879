package io.zizhi.platform.timers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the database's clock with the monotonic time of this process from sweep to sweep. A jump of more than a
 * minute holds the sweeps, because what fires too early cannot be taken back; they go on when the clock is right again
 * or, if the jump was a correction, after a restart of the process. A start never holds.
 */
@ApplicationScoped
class ClockJumpGuard {

    private static final Logger LOG = Logger.getLogger(ClockJumpGuard.class);
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private @Nullable Instant trusted;
    private long trustedNanos;
    private boolean held;

    /**
     * @param now the database's clock
     * @param nanos {@link System#nanoTime} of the same moment
     */
    synchronized boolean mayTrust(Instant now, long nanos) {
        Instant last = trusted;
        if (last != null) {
            Duration jump = Duration.between(last.plusNanos(nanos - trustedNanos), now);
            if (jump.abs().compareTo(TOLERANCE) > 0) {
                if (!held) {
                    LOG.errorf("The database clock jumped by %s; timers are held until it is right again", jump);
                }
                held = true;
                return false;
            }
        }
        held = false;
        trusted = now;
        trustedNanos = nanos;
        return true;
    }
}
