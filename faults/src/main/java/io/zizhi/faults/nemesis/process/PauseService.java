package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F3: one instance of a service is paused and later resumed. The pause is often longer than its Kafka session and every
 * lease. So when it resumes, other instances have taken over its partitions, its lease and its claims.
 */
public final class PauseService implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(7);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "F3-pause-service";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        String service = Victims.instance(suite, random).name();
        Duration still = suite.lasting(random, SHORTEST, LONGEST);
        suite.processes().pause(service);
        try {
            Pauses.of(still);
        } finally {
            suite.processes().resume(service);
        }
        return service + " was paused for " + Pauses.words(still);
    }
}
