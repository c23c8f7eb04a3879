package io.zizhi.e2e.faults.nemesis;

import io.zizhi.local.Service;
import io.zizhi.local.server.Port;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F16: a service is replaced under load, as in a rolling update: a new instance starts, new connections go there, the
 * old one finishes what it has begun and ends; then back. No request may fail.
 */
final class RollService implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "F16-rolling-restart";
    }

    /** @throws IllegalStateException when a request failed */
    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service service = Victims.service(random);
        int own = suite.port(service);
        int other = Port.freeWithManagement();
        String replica = service.module() + "-2";
        try (SteadyRequests requests =
                SteadyRequests.to(suite.front(service).port(), suite.suite().token("operator"))) {
            suite.suite().startReplica(service.module(), replica, other);
            lead(suite, service, own, other);
            suite.processes().stop(service.module());
            suite.processes().start(service.module());
            lead(suite, service, other, own);
            suite.processes().stop(replica);
            return service.module() + " was replaced and replaced back; " + requests.allAnswered();
        }
    }

    private static void lead(FaultySuite suite, Service service, int from, int to) {
        FaultProxy front = suite.front(service);
        FaultProxy internal = suite.internalFront(service);
        front.leadTo(to);
        internal.leadTo(Port.internal(to));
        if (!front.drain(from, PATIENCE) || !internal.drain(Port.internal(from), PATIENCE)) {
            throw new IllegalStateException(service.module() + " has requests that do not end");
        }
    }
}
