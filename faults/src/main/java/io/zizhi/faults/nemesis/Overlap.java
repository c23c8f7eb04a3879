package io.zizhi.faults.nemesis;

import io.zizhi.faults.nemesis.data.ReplayTopics;
import io.zizhi.faults.nemesis.link.CutReplicaOff;
import io.zizhi.faults.nemesis.link.HangRelay;
import io.zizhi.faults.nemesis.link.LoseAcks;
import io.zizhi.faults.nemesis.link.LoseObjectStore;
import io.zizhi.faults.nemesis.link.PartLink;
import io.zizhi.faults.nemesis.link.SlowLinks;
import io.zizhi.faults.nemesis.process.FillDatabase;
import io.zizhi.faults.nemesis.process.KillBroker;
import io.zizhi.faults.nemesis.process.KillService;
import io.zizhi.faults.nemesis.process.KillSession;
import io.zizhi.faults.nemesis.process.PauseBroker;
import io.zizhi.faults.nemesis.process.PauseService;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Victims;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;

/**
 * F26: two faults at once. Only pairs that can heal in parallel are used: a fault that restarts a process is never
 * paired with a fault of the database that the process needs.
 */
final class Overlap implements Fault {

    private static final List<List<Fault>> PAIRS = List.of(
            List.of(new KillService(), new PauseBroker()),
            List.of(new PauseService(), new KillSession()),
            List.of(new CutReplicaOff(), new KillBroker()),
            List.of(new HangRelay(), new LoseAcks()),
            List.of(new PauseService(), new SlowLinks()),
            List.of(new PartLink(), new ReplayTopics()),
            List.of(new CutReplicaOff(), new FillDatabase()),
            List.of(new KillService(), new LoseObjectStore()));

    @Override
    public String name() {
        return "F26-two-at-once";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        List<Fault> pair = Victims.one(PAIRS, random);
        RandomGenerator ofFirst = new Random(random.nextLong());
        RandomGenerator ofSecond = new Random(random.nextLong());
        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(() -> pair.getFirst().strike(suite, ofFirst), Thread::startVirtualThread);
        String what;
        try {
            what = pair.getLast().strike(suite, ofSecond);
        } finally {
            other.exceptionally(Throwable::getMessage).join();
        }
        try {
            return "at once: " + other.join() + "; " + what;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
