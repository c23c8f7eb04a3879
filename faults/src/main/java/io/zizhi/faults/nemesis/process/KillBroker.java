package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.server.kafka.KafkaBroker;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** F4: the broker is killed (SIGKILL) and recovers its logs when it is restarted. */
public final class KillBroker implements Fault {

    private static final Duration LONGEST = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "F4-kill-broker";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Duration away = suite.lasting(random, Duration.ZERO, LONGEST);
        suite.processes().kill(KafkaBroker.NAME);
        Pauses.of(away);
        suite.processes().start(KafkaBroker.NAME);
        return "Kafka was killed and restarted after " + Pauses.words(away);
    }
}
