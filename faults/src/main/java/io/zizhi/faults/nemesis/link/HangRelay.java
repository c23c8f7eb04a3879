package io.zizhi.faults.nemesis.link;

import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.Instance;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * F21: the instance that relays its service's events is paused, or cut off from PostgreSQL, for much longer than its
 * lease lasts. Then it comes back. Another instance, if there is one, must have taken the lease meanwhile.
 */
public final class HangRelay implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);

    /**
     * The time allowed for a take-over. Other tests verify the guaranteed ten seconds; here, two cores run everything
     * at once.
     */
    private static final Duration TAKE_OVER = Duration.ofSeconds(14);

    private static final String HOLDER = """
            select holder || ' ' || epoch from relay_lease where holder is not null and expires_at > clock_timestamp()
            """;

    @Override
    public String name() {
        return "F21-hung-relay";
    }

    /** @throws IllegalStateException if no other instance takes over */
    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service service = Victims.service(random);
        boolean still = random.nextBoolean();
        Duration during = suite.lasting(random, SHORTEST, LONGEST);
        try (DatabaseSession session = DatabaseSession.of(suite, service)) {
            String lease = session.text(HOLDER)
                    .orElseThrow(() -> new NothingBrokenException(service.module() + " does not relay"));
            Instance holder = holder(suite, service, lease);
            long start = System.nanoTime();
            hang(suite, holder, still);
            Duration until;
            try {
                until = suite.isReplicated() ? takenOver(session, lease, start) : Duration.ZERO;
                Pauses.of(during.minus(Duration.ofNanos(System.nanoTime() - start)));
            } finally {
                goOn(suite, holder, still);
            }
            return holder.name() + ", the relay, " + (still ? "was paused" : "was cut off from PostgreSQL")
                    + " for "
                    + Pauses.words(during)
                    + (suite.isReplicated() ? "; another one took over after " + Pauses.words(until) : "");
        }
    }

    /** Returns the instance that holds the lease, which contains host, process and a number. */
    private static Instance holder(FaultySuite suite, Service service, String lease) {
        long pid = Long.parseLong(lease.split("/", -1)[1]);
        return suite.instances(service).stream()
                .filter(instance -> suite.processes().pid(instance.name()) == pid)
                .findFirst()
                .orElseThrow(() -> new NothingBrokenException("process " + pid + " no longer relays"));
    }

    private static void hang(FaultySuite suite, Instance holder, boolean still) {
        if (still) {
            suite.processes().pause(holder.name());
        } else {
            suite.link(holder, Server.POSTGRES).blackhole();
        }
    }

    private static void goOn(FaultySuite suite, Instance holder, boolean still) {
        if (still) {
            suite.processes().resume(holder.name());
        } else {
            suite.link(holder, Server.POSTGRES).clear();
        }
    }

    private static Duration takenOver(DatabaseSession session, String lease, long start) {
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
