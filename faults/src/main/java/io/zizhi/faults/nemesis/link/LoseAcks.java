package io.zizhi.faults.nemesis.link;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultProxy;
import io.zizhi.faults.suite.FaultProxy.Direction;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * F13: connections of a service are reset in the middle of responses, so it does not learn what PostgreSQL has
 * committed or Kafka has written.
 */
public final class LoseAcks implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(9);
    private static final Duration BETWEEN = Duration.ofMillis(400);
    private static final long LARGEST_PART = 600;

    @Override
    public String name() {
        return "F13-lost-acks";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service service = Victims.service(random);
        Server server = Victims.one(List.of(Server.POSTGRES, Server.KAFKA), random);
        Duration during = suite.lasting(random, SHORTEST, LONGEST);
        List<FaultProxy> links = suite.links(service, server);
        long before = resets(links);
        long end = System.nanoTime() + during.toNanos();
        try {
            while (System.nanoTime() < end) {
                long bytes = random.nextLong(LARGEST_PART);
                links.forEach(link -> link.resetAfter(Direction.TO_CLIENT, bytes));
                Pauses.of(BETWEEN);
            }
        } finally {
            links.forEach(FaultProxy::clear);
        }
        long lost = resets(links) - before;
        if (lost == 0) {
            throw new NothingBrokenException(server + " answered " + service.module() + " nothing");
        }
        return lost + " responses of " + server + " to " + service.module() + " were lost in " + Pauses.words(during);
    }

    private static long resets(List<FaultProxy> links) {
        return links.stream().mapToLong(FaultProxy::resets).sum();
    }
}
