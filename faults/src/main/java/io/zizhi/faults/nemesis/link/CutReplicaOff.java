package io.zizhi.faults.nemesis.link;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultProxy;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.Instance;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * F22: one instance of a service is cut off from PostgreSQL or Kafka for longer than every lease, while the other one
 * continues.
 */
public final class CutReplicaOff implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(13);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "F22-replica-cut-off";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        if (!suite.isReplicated()) {
            throw new NothingBrokenException("each service has only one instance");
        }
        Instance instance = Victims.instance(suite, random);
        Server server = Victims.one(List.of(Server.POSTGRES, Server.KAFKA), random);
        Duration during = suite.lasting(random, SHORTEST, LONGEST);
        FaultProxy link = suite.link(instance, server);
        link.blackhole();
        try {
            Pauses.of(during);
        } finally {
            link.clear();
        }
        return instance.name() + " alone was cut off from " + server + " for " + Pauses.words(during);
    }
}
