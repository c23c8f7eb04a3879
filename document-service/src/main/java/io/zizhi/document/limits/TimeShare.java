package io.zizhi.document.limits;

import io.zizhi.platform.ticker.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds for how long each account may occupy a processor of this replica. The bound is per replica, because each replica
 * has processors of its own. Time comes back evenly: an account that has used up its share gets all of it again within
 * {@link #WINDOW}.
 */
public final class TimeShare {

    /** Period for which a share is given. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private final long share;
    private final Ticker ticker;

    /** When all time that an account has used will have come back. Accounts that have their whole share are absent. */
    private final Map<String, Long> wholeAt = new HashMap<>();

    /** @param share time of one account within {@link #WINDOW} */
    public TimeShare(Duration share, Ticker ticker) {
        this.share = share.toNanos();
        this.ticker = ticker;
    }

    /** Returns how long the account must pause before it may begin; empty if it may begin now. */
    public synchronized Optional<Duration> pause(String account) {
        long now = ticker.nanoTime();
        long excess = wholeAt.getOrDefault(account, now) - now - WINDOW.toNanos();
        return excess < 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(excess).plusSeconds(1));
    }

    /**
     * Records that the account has occupied a processor. A task that began in time may exceed the share; the account
     * pauses longer then.
     *
     * @param nanos how long
     */
    public synchronized void use(String account, long nanos) {
        long now = ticker.nanoTime();
        wholeAt.values().removeIf(whole -> whole - now <= 0);
        long cost = (long) ((double) nanos / share * WINDOW.toNanos());
        if (cost > 0) {
            wholeAt.merge(account, now + cost, (whole, alone) -> whole + cost);
        }
    }
}
