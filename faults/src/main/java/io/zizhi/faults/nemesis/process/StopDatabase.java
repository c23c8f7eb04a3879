package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.server.postgres.PostgresServer;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** F6: PostgreSQL is stopped immediately, in the middle of commits, and recovers from its log. */
public final class StopDatabase implements Fault {

    private static final Duration LONGEST = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "F6-stop-database";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Duration away = suite.lasting(random, Duration.ZERO, LONGEST);
        suite.processes().stopDatabaseAtOnce();
        Pauses.of(away);
        suite.processes().start(PostgresServer.NAME);
        return "PostgreSQL was stopped immediately and restarted after " + Pauses.words(away);
    }
}
