package io.zizhi.notification.sender.channel;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Circuit breaker of one sender: after {@value #FAILURES} outages in a row, it gets no message for ten seconds. One
 * message then decides whether the circuit closes. Results without a request change nothing. Each replica has its own.
 */
final class SenderCircuit {

    static final int FAILURES = 5;
    static final Duration OPEN_FOR = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private int inARow;
    private long openUntil;

    /** @param nanoTime monotonic time in nanoseconds, see {@link System#nanoTime} */
    SenderCircuit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns how long the sender gets no message; zero if the circuit is closed. */
    synchronized Duration openFor() {
        return inARow < FAILURES ? Duration.ZERO : Duration.ofNanos(Math.max(0, openUntil - nanoTime.getAsLong()));
    }

    /**
     * Begins a hand-over. If the circuit was open, other messages wait for its result, or for ten seconds if it has
     * none.
     */
    synchronized void begin() {
        if (inARow >= FAILURES) {
            openUntil = nanoTime.getAsLong() + OPEN_FOR.toNanos();
        }
    }

    synchronized void record(SmsResult result) {
        if (isOutage(result)) {
            inARow++;
            openUntil = nanoTime.getAsLong() + OPEN_FOR.toNanos();
        } else if (isProofOfLife(result)) {
            inARow = 0;
        }
    }

    /** Returns whether the provider answered. Some refusals of one sender are decided without a request. */
    private static boolean isProofOfLife(SmsResult result) {
        return !(result instanceof SmsResult.NeverReceived)
                && !(result instanceof SmsResult.Refused refused && refused.othersMayTake());
    }

    /** Returns whether other messages would probably fail, too. */
    private static boolean isOutage(SmsResult result) {
        return result instanceof SmsResult.Unknown
                || (result instanceof SmsResult.Deferred deferred && !deferred.onlyThisMessage());
    }
}
