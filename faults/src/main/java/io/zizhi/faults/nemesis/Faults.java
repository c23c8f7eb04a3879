package io.zizhi.faults.nemesis;

import io.zizhi.faults.nemesis.data.BurstOfEvents;
import io.zizhi.faults.nemesis.data.ConflictEvents;
import io.zizhi.faults.nemesis.data.DamageObjects;
import io.zizhi.faults.nemesis.data.LagBehindReservations;
import io.zizhi.faults.nemesis.data.LoseTopics;
import io.zizhi.faults.nemesis.data.PoisonTopics;
import io.zizhi.faults.nemesis.data.ReplayTopics;
import io.zizhi.faults.nemesis.link.CutRelayOffBroker;
import io.zizhi.faults.nemesis.link.CutReplicaOff;
import io.zizhi.faults.nemesis.link.HangRelay;
import io.zizhi.faults.nemesis.link.LoseAcks;
import io.zizhi.faults.nemesis.link.LoseObjectStore;
import io.zizhi.faults.nemesis.link.PartLink;
import io.zizhi.faults.nemesis.link.SlowLinks;
import io.zizhi.faults.nemesis.process.AddReplica;
import io.zizhi.faults.nemesis.process.DieAtPoint;
import io.zizhi.faults.nemesis.process.FillDatabase;
import io.zizhi.faults.nemesis.process.FillDisk;
import io.zizhi.faults.nemesis.process.KillBroker;
import io.zizhi.faults.nemesis.process.KillService;
import io.zizhi.faults.nemesis.process.KillSession;
import io.zizhi.faults.nemesis.process.OffsetClock;
import io.zizhi.faults.nemesis.process.PauseAtPoint;
import io.zizhi.faults.nemesis.process.PauseBroker;
import io.zizhi.faults.nemesis.process.PauseService;
import io.zizhi.faults.nemesis.process.RollService;
import io.zizhi.faults.nemesis.process.StopDatabase;
import io.zizhi.faults.suite.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of faults. */
public final class Faults {

    private static final List<Fault> ALL = Stream.concat(
                    DieAtPoint.all().stream(),
                    Stream.of(
                            new KillService(),
                            new PauseService(),
                            new PauseAtPoint(),
                            new KillBroker(),
                            new PauseBroker(),
                            new StopDatabase(),
                            new KillSession(),
                            new LoseObjectStore(),
                            FillDisk.ofObjectStore(),
                            FillDisk.ofBroker(),
                            new FillDatabase(),
                            new OffsetClock(),
                            new LoseAcks(),
                            new ReplayTopics(),
                            new PoisonTopics(),
                            new SlowLinks(),
                            new PartLink(),
                            new RollService(),
                            new AddReplica(),
                            new HangRelay(),
                            new CutReplicaOff(),
                            new DamageObjects(),
                            new LoseTopics(),
                            new ConflictEvents(),
                            new Overlap(),
                            new CutRelayOffBroker(),
                            new LagBehindReservations(),
                            new BurstOfEvents()))
            .toList();

    private Faults() {}

    public static List<Fault> all() {
        return ALL;
    }

    /**
     * Returns the kinds named in {@code list}: separated by commas, each by its whole name or its number, such as
     * {@code F1,F13}. F2 means all fail-points.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static List<Fault> named(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .flatMap(name -> matching(name).stream())
                .toList();
    }

    private static List<Fault> matching(String name) {
        List<Fault> found = ALL.stream()
                .filter(fault -> fault.name().equals(name) || fault.name().startsWith(name + "-"))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Unknown fault " + name + "; the faults are "
                    + ALL.stream().map(Fault::name).toList());
        }
        return found;
    }
}
