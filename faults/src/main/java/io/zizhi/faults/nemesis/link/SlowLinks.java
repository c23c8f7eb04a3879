package io.zizhi.faults.nemesis.link;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultProxy;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** F17: a service's database responds late, and S3 accepts objects slowly. */
public final class SlowLinks implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(9);
    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final long BYTES_PER_SECOND = 64 * 1024;

    @Override
    public String name() {
        return "F17-slow";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service service = Victims.service(random);
        Duration during = suite.lasting(random, SHORTEST, LONGEST);
        List<FaultProxy> databases = suite.links(service, Server.POSTGRES);
        List<FaultProxy> objects = suite.links(Service.DOCUMENT, Server.OBJECT_STORE);
        databases.forEach(link -> link.delay(LATENCY));
        objects.forEach(link -> link.limit(BYTES_PER_SECOND));
        try {
            Pauses.of(during);
        } finally {
            databases.forEach(FaultProxy::clear);
            objects.forEach(FaultProxy::clear);
        }
        return "PostgreSQL was " + LATENCY.toMillis() + " ms slower for " + service.module()
                + ", and S3 accepted 64 KiB a second, for " + Pauses.words(during);
    }
}
