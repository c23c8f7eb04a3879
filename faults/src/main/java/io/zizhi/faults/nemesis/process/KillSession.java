package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.server.postgres.PostgresServer;
import java.util.random.RandomGenerator;

/** F7: one server process of PostgreSQL is killed; PostgreSQL drops every session of every service and recovers. */
public final class KillSession implements Fault {

    @Override
    public String name() {
        return "F7-kill-session";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        String service = Victims.service(random).module();
        long pid = suite.processes().killDatabaseSession(service);
        suite.processes().start(PostgresServer.NAME);
        if (pid == 0) {
            throw new NothingBrokenException(service + " had no session to kill");
        }
        return "the server process " + pid + " of a session of " + service + " was killed";
    }
}
