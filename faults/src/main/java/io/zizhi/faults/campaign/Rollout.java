package io.zizhi.faults.campaign;

import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Instance;
import io.zizhi.faults.suite.Rotation;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.List;

/**
 * Replaces the replicas of a suite by another version in the documented order, one replica at a time: on a small machine,
 * several starts at once would starve the replicas that serve.
 */
final class Rollout {

    /** The last one needs the new version of the others. */
    private static final List<Service> ORDER =
            List.of(Service.DOCUMENT, Service.NOTIFICATION, Service.REVIEW, Service.QUALIFICATION);

    /** A replica that needs longer is killed, so it lost work. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(29);

    /** How long a new replica must be ready before the next one stops: its first requests are slow. */
    private static final Duration READY = Duration.ofSeconds(2);

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final FaultySuite suite;
    private final Rotation rotation;
    private final boolean graceful;

    /** @param graceful whether replicas get SIGTERM; otherwise SIGKILL */
    Rollout(FaultySuite suite, Rotation rotation, boolean graceful) {
        this.suite = suite;
        this.rotation = rotation;
        this.graceful = graceful;
    }

    /** Migrates every database while the earlier version serves. */
    void migrate(Programs programs) {
        for (Service service : Service.values()) {
            suite.suite().migrate(service, programs);
        }
    }

    void forward(Programs programs) {
        ORDER.forEach(service -> replace(service, programs));
    }

    void back(Programs programs) {
        ORDER.reversed().forEach(service -> replace(service, programs));
    }

    private void replace(Service service, Programs programs) {
        for (Instance instance : suite.instances(service)) {
            if (graceful) {
                stop(instance);
            } else {
                suite.processes().kill(instance.name());
            }
            suite.processes().startService(instance.name(), programs);
            if (!rotation.staysReady(instance, READY, LONGEST_START)) {
                throw new LocalFailure(instance.name() + " did not stay ready.");
            }
        }
    }

    private void stop(Instance instance) {
        long start = System.nanoTime();
        suite.processes().stop(instance.name());
        if (System.nanoTime() - start > LONGEST_STOP.toNanos()) {
            throw new LocalFailure(instance.name() + " did not stop within " + LONGEST_STOP.toSeconds() + " s.");
        }
    }
}
