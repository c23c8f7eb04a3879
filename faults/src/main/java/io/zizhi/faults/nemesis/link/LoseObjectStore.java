package io.zizhi.faults.nemesis.link;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultProxy;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.ObjectStore;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** F8: the S3 server is killed, is unreachable, or uploads break off half-way. */
public final class LoseObjectStore implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration BETWEEN_CUTS = Duration.ofMillis(500);
    private static final long LARGEST_PART = 40_000;

    @Override
    public String name() {
        return "F8-s3-gone";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Duration gone = suite.lasting(random, SHORTEST, LONGEST);
        return switch (random.nextInt(3)) {
            case 0 -> die(suite, gone);
            case 1 -> vanish(suite, gone);
            default -> breakOff(suite, gone, random);
        };
    }

    private static String die(FaultySuite suite, Duration gone) {
        suite.processes().kill(ObjectStore.NAME);
        Pauses.of(gone);
        suite.processes().start(ObjectStore.NAME);
        return "the S3 server was killed and restarted after " + Pauses.words(gone);
    }

    private static String vanish(FaultySuite suite, Duration gone) {
        List<FaultProxy> links = suite.links(Service.DOCUMENT, Server.OBJECT_STORE);
        links.forEach(FaultProxy::blackhole);
        try {
            Pauses.of(gone);
        } finally {
            links.forEach(FaultProxy::clear);
        }
        return "the S3 server was unreachable for " + Pauses.words(gone);
    }

    private static String breakOff(FaultySuite suite, Duration gone, RandomGenerator random) {
        List<FaultProxy> links = suite.links(Service.DOCUMENT, Server.OBJECT_STORE);
        long before = resets(links);
        long end = System.nanoTime() + gone.toNanos();
        try {
            while (System.nanoTime() < end) {
                long bytes = random.nextLong(LARGEST_PART);
                links.forEach(link -> link.resetAfter(FaultProxy.Direction.TO_SERVER, bytes));
                Pauses.of(BETWEEN_CUTS);
            }
        } finally {
            links.forEach(FaultProxy::clear);
        }
        return resets(links) - before + " requests to the S3 server broke off within " + Pauses.words(gone);
    }

    private static long resets(List<FaultProxy> links) {
        return links.stream().mapToLong(FaultProxy::resets).sum();
    }
}
