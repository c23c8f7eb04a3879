package io.zizhi.faults.nemesis.link;

import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Instance;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.Optional;

/** The instance that relays a service's events, by the row of the lease. */
final class Relay {

    private static final Duration LOOK = Duration.ofMillis(100);

    /**
     * The time allowed for a take-over. Other tests verify the guaranteed ten seconds; here, two cores run everything
     * at once.
     */
    private static final Duration TAKE_OVER = Duration.ofSeconds(14);

    private static final String HOLDER = """
            select holder || ' ' || epoch from relay_lease where holder is not null and expires_at > clock_timestamp()
            """;

    private final DatabaseSession session;
    private final String lease;
    private final Instance instance;

    private Relay(DatabaseSession session, String lease, Instance instance) {
        this.session = session;
        this.lease = lease;
        this.instance = instance;
    }

    /** @throws NothingBrokenException if no instance relays */
    static Relay of(FaultySuite suite, Service service, DatabaseSession session) {
        String lease = session.text(HOLDER)
                .orElseThrow(() -> new NothingBrokenException(service.module() + " does not relay"));
        // The holder's name contains host, process and a number.
        long pid = Long.parseLong(lease.split("/", -1)[1]);
        return suite.instances(service).stream()
                .filter(instance -> suite.processes().pid(instance.name()) == pid)
                .findFirst()
                .map(instance -> new Relay(session, lease, instance))
                .orElseThrow(() -> new NothingBrokenException("process " + pid + " no longer relays"));
    }

    Instance instance() {
        return instance;
    }

    /**
     * Waits until another instance relays; returns the time since {@code start}.
     *
     * @throws IllegalStateException if no other instance takes over
     */
    Duration awaitTakeOver(long start) {
        Optional<String> now = session.text(HOLDER);
        while (now.isEmpty() || now.get().equals(lease)) {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            if (passed.compareTo(TAKE_OVER) > 0) {
                throw new IllegalStateException(
                        "no instance took over the lease of " + lease + " within " + Pauses.words(passed));
            }
            Pauses.of(LOOK);
            now = session.text(HOLDER);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
