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

/** F18: a network partition between all instances of a service and one of its servers. */
public final class PartLink implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(7);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "F18-parted";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service service = Victims.service(random);
        Server server = Victims.one(List.of(Server.POSTGRES, Server.KAFKA), random);
        Duration during = suite.lasting(random, SHORTEST, LONGEST);
        List<FaultProxy> links = suite.links(service, server);
        links.forEach(FaultProxy::blackhole);
        try {
            Pauses.of(during);
        } finally {
            links.forEach(FaultProxy::clear);
        }
        return service.module() + " and " + server + " were disconnected for " + Pauses.words(during);
    }
}
