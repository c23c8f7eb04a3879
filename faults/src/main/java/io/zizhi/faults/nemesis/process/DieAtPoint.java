package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * F2: the instance of a service that reaches a fail-point dies there and is restarted. Needs work that reaches the
 * point.
 */
public final class DieAtPoint implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int MOST_PASSES = 4;

    private final String point;
    private final List<Service> services;

    private DieAtPoint(String point, Service... services) {
        this.point = point;
        this.services = List.of(services);
    }

    /** Returns one fault for each point, with the services that reach it. */
    public static List<Fault> all() {
        return List.of(
                new DieAtPoint("outbox.before-publish", Service.values()),
                new DieAtPoint("outbox.after-ack", Service.values()),
                new DieAtPoint("inbox.after-commit", Service.values()),
                new DieAtPoint("document.after-put", Service.DOCUMENT),
                new DieAtPoint("timer.after-lock", Service.REVIEW),
                new DieAtPoint("sms.before-hand-over", Service.NOTIFICATION),
                new DieAtPoint("sms.after-send", Service.NOTIFICATION));
    }

    String point() {
        return point;
    }

    @Override
    public String name() {
        return "F2-" + point;
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service victim = Victims.one(services, random);
        String service = victim.module();
        int passes = 1 + random.nextInt(MOST_PASSES);
        suite.failPoints().arm(service, point, passes);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (allRun(suite, victim) && System.nanoTime() < end) {
            Pauses.of(LOOK);
        }
        boolean died = !suite.failPoints().isArmed(service);
        suite.failPoints().disarm(service);
        long away = System.nanoTime();
        suite.startEnded(victim);
        if (!died) {
            throw new NothingBrokenException(
                    service + " did not reach " + point + " " + passes + " times within " + Pauses.words(PATIENCE));
        }
        return service + " died at " + point + " on pass " + passes + ", and was up again after "
                + Pauses.words(Duration.ofNanos(System.nanoTime() - away));
    }

    private static boolean allRun(FaultySuite suite, Service service) {
        return suite.instances(service).stream()
                .allMatch(instance -> suite.processes().isRunning(instance.name()));
    }
}
