package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F19: an additional review-service runs for a while next to the existing ones, on the same database and topics, and
 * stops gracefully. Partitions move between the instances, and all sweep the same timers.
 */
public final class AddReplica implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(8);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "F19-second-replica";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Duration together = suite.lasting(random, SHORTEST, LONGEST);
        String service = Service.REVIEW.module();
        String replica = service + "-" + (suite.instances(Service.REVIEW).size() + 1);
        suite.suite().startReplica(service, replica, Port.freeWithManagement());
        try {
            Pauses.of(together);
        } finally {
            suite.processes().stop(replica);
        }
        return "an additional " + service + " ran for " + Pauses.words(together);
    }
}
