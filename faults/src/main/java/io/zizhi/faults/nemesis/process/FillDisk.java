package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.server.kafka.KafkaBroker;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F9 and F10: a server can no longer write. The kernel rejects the writes of this process only, by a limit on its file
 * sizes, so no disk is filled and no mount is needed. The error is "file too large" instead of "no space left"; both
 * servers treat the two alike.
 */
public final class FillDisk implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final String name;
    private final String server;
    private final long bytes;

    private FillDisk(String name, String server, long bytes) {
        this.name = name;
        this.server = server;
        this.bytes = bytes;
    }

    /** Returns the fault of the S3 server: it truncates new objects after 4 KiB. */
    public static Fault ofObjectStore() {
        return new FillDisk("F9-s3-full", ObjectStore.NAME, 4096);
    }

    /**
     * Returns the fault of the broker. Kafka gives up a folder in which it cannot write, and stops if it has no other
     * folder.
     */
    public static Fault ofBroker() {
        return new FillDisk("F10-kafka-full", KafkaBroker.NAME, 1024);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Duration full = suite.lasting(random, SHORTEST, LONGEST);
        suite.processes().limitFiles(server, bytes);
        boolean survived;
        try {
            Pauses.of(full);
        } finally {
            survived = suite.processes().isRunning(server);
            suite.processes().unlimitFiles(server);
            if (survived) {
                suite.processes().stop(server);
            }
            suite.processes().start(server);
        }
        return server + " could not write files beyond " + bytes + " bytes for " + Pauses.words(full)
                + (survived ? ", and was restarted" : ", stopped, and was restarted");
    }
}
