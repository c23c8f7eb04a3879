package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Instance;
import io.zizhi.faults.suite.SteadyRequests;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F16: a rolling update under load. New connections go to another instance; the old one completes its requests, stops
 * and is restarted. No request may fail.
 */
public final class RollService implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "F16-rolling-restart";
    }

    /** @throws IllegalStateException if a request failed */
    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service service = Victims.service(random);
        Instance own = suite.instances(service).getFirst();
        Instance other = suite.isReplicated()
                ? suite.instances(service).get(1)
                : new Instance(service, service.module() + "-2", Port.freeWithManagement());
        try (SteadyRequests requests =
                SteadyRequests.to(suite.front(service).port(), suite.suite().token("operator"))) {
            if (!suite.isReplicated()) {
                suite.suite().startReplica(service.module(), other.name(), other.port());
            }
            lead(suite, own, other);
            suite.processes().stop(own.name());
            suite.processes().start(own.name());
            lead(suite, other, own);
            suite.processes().stop(other.name());
            suite.startEnded(service);
            suite.leadToAll(service);
            return service.module() + " was replaced and then restored; " + requests.allAnswered();
        }
    }

    private static void lead(FaultySuite suite, Instance from, Instance to) {
        Service service = from.service();
        suite.leadTo(service, to.port());
        if (!suite.front(service).drain(from.port(), PATIENCE)
                || !suite.internalFront(service).drain(Port.internal(from.port()), PATIENCE)) {
            throw new IllegalStateException(service.module() + " has unfinished requests");
        }
    }
}
