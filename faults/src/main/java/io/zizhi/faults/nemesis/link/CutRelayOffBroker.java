package io.zizhi.faults.nemesis.link;

import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultProxy;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F27: the instance that relays its service's events is cut off from Kafka, but not from PostgreSQL. Another instance
 * must take the lease meanwhile.
 */
public final class CutRelayOffBroker implements Fault {

    /** In any case, the fault lasts until another instance has taken over. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "F27-relay-without-broker";
    }

    /** @throws IllegalStateException if no other instance takes over */
    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        if (!suite.isReplicated()) {
            throw new NothingBrokenException("each service has only one instance");
        }
        Service service = Victims.service(random);
        Duration during = suite.lasting(random, SHORTEST, LONGEST);
        try (DatabaseSession session = DatabaseSession.of(suite, service)) {
            Relay relay = Relay.of(suite, service, session);
            FaultProxy link = suite.link(relay.instance(), Server.KAFKA);
            long start = System.nanoTime();
            link.blackhole();
            try {
                Duration until = relay.awaitTakeOver(start);
                Pauses.of(during.minus(Duration.ofNanos(System.nanoTime() - start)));
                return relay.instance().name() + ", the relay, was cut off from Kafka; another one took over after "
                        + Pauses.words(until);
            } finally {
                link.clear();
            }
        }
    }
}
