package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F20: a thread pauses between the claim of an SMS and its hand-over, for longer than the claim is valid, and then
 * continues. The rest of the service and other replicas keep working.
 */
public final class PauseAtPoint implements Fault {

    private static final String POINT = "sms.before-hand-over";
    private static final Duration SHORTEST = Duration.ofSeconds(12);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration LOOK = Duration.ofMillis(50);

    @Override
    public String name() {
        return "F20-pause-" + POINT;
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        String service = Service.NOTIFICATION.module();
        Duration still = suite.lasting(random, SHORTEST, LONGEST);
        suite.failPoints().armPause(service, POINT, still);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (suite.failPoints().isArmed(service) && System.nanoTime() < end) {
            Pauses.of(LOOK);
        }
        if (suite.failPoints().isArmed(service)) {
            suite.failPoints().disarm(service);
            throw new NothingBrokenException(service + " did not reach " + POINT + " within " + Pauses.words(PATIENCE));
        }
        Pauses.of(still);
        return service + " paused a thread at " + POINT + " for " + Pauses.words(still);
    }
}
