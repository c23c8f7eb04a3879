package io.zizhi.faults.nemesis.link;

import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.Instance;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F21: the instance that relays its service's events is paused, or cut off from PostgreSQL, for much longer than its
 * lease lasts. Then it comes back. Another instance, if there is one, must have taken the lease meanwhile.
 */
public final class HangRelay implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofSeconds(30);

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
            Relay relay = Relay.of(suite, service, session);
            Instance holder = relay.instance();
            long start = System.nanoTime();
            hang(suite, holder, still);
            Duration until;
            try {
                until = suite.isReplicated() ? relay.awaitTakeOver(start) : Duration.ZERO;
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
}
