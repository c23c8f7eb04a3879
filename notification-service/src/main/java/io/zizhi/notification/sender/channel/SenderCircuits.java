package io.zizhi.notification.sender.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The circuit breakers of all senders, by name. They learn from the answers to hand-overs. */
@ApplicationScoped
public class SenderCircuits {

    private final Map<String, SenderCircuit> circuits = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    @Inject
    SenderCircuits() {
        this(System::nanoTime);
    }

    /** @param nanoTime monotonic time in nanoseconds, see {@link System#nanoTime} */
    SenderCircuits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns how long a sender gets no message; zero if its circuit is closed. */
    public Duration openFor(String sender) {
        return of(sender).openFor();
    }

    /** Begins a hand-over to a sender whose circuit is closed, or no longer open. */
    public void begin(String sender) {
        of(sender).begin();
    }

    public void record(String sender, SmsResult result) {
        of(sender).record(result);
    }

    private SenderCircuit of(String sender) {
        return circuits.computeIfAbsent(sender, name -> new SenderCircuit(nanoTime));
    }
}
