package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.server.kafka.KafkaBroker;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** F5: the broker is paused, sometimes for longer than a producer waits. */
public final class PauseBroker implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(18);

    @Override
    public String name() {
        return "F5-pause-broker";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Duration still = suite.lasting(random, SHORTEST, LONGEST);
        suite.processes().pause(KafkaBroker.NAME);
        try {
            Pauses.of(still);
        } finally {
            suite.processes().resume(KafkaBroker.NAME);
        }
        return "Kafka was paused for " + Pauses.words(still);
    }
}
