package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** F1: one instance of a service is killed (SIGKILL) and restarted a moment later. */
public final class KillService implements Fault {

    private static final Duration LONGEST = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "F1-kill-service";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        String service = Victims.instance(suite, random).name();
        Duration away = suite.lasting(random, Duration.ZERO, LONGEST);
        suite.processes().kill(service);
        Pauses.of(away);
        suite.processes().start(service);
        return service + " was killed and restarted after " + Pauses.words(away);
    }
}
