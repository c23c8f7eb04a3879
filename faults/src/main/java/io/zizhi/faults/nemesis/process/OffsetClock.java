package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Instance;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Replica;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * F12: the clock of one instance is wrong by minutes. The instance is started with an offset of its business clock,
 * runs for a while, and is restarted without the offset. The offset is less than {@code zizhi.review.clock-tolerance},
 * so nothing may happen early or late because of it.
 */
public final class OffsetClock implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LEAST_SECONDS = 60;
    private static final int MOST_SECONDS = 240;
    private static final List<Service> SERVICES = List.of(Service.QUALIFICATION, Service.REVIEW, Service.NOTIFICATION);

    @Override
    public String name() {
        return "F12-wrong-clock";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service service = Victims.one(SERVICES, random);
        Instance instance = Victims.one(suite.instances(service), random);
        int seconds = random.nextInt(LEAST_SECONDS, MOST_SECONDS) * (random.nextBoolean() ? 1 : -1);
        Duration during = suite.lasting(random, SHORTEST, LONGEST);
        Map<String, String> properties = new HashMap<>(suite.properties(instance));
        properties.put("zizhi.clock.offset", Duration.ofSeconds(seconds).toString());
        try {
            suite.suite().startReplica(new Replica(service, instance.name(), instance.port(), properties));
            Pauses.of(during);
        } finally {
            // is restarted, because its properties differ
            suite.processes().start(instance.name());
        }
        return "the clock of " + instance.name() + " was " + seconds + " s off for " + Pauses.words(during);
    }
}
