package io.zizhi.e2e.faults.nemesis;

import io.zizhi.local.Service;
import io.zizhi.local.server.Port;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F19: a second review-service works beside the first for a while, on the same database and the same topics, and leaves
 * in good order: partitions move between the two, and both sweep for the same timers.
 */
final class AddReplica implements Fault {

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
        String replica = service + "-2";
        suite.suite().startReplica(service, replica, Port.freeWithManagement());
        try {
            Pauses.of(together);
        } finally {
            suite.processes().stop(replica);
        }
        return "a second " + service + " worked beside the first for " + Pauses.words(together);
    }
}
