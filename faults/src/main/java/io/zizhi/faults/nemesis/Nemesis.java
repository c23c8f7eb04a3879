package io.zizhi.faults.nemesis;

import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Strike;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Injects one fault after another into a running suite, in the order of a {@link Schedule}. Not thread-safe, except
 * {@link #strikes}.
 */
public final class Nemesis {

    private static final Duration SHORTEST_PEACE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PEACE = Duration.ofSeconds(4);
    private static final int MOST_TRIES = 3;

    private final InstantSource clock = InstantSource.system();
    private final FaultySuite suite;
    private final Random random;
    private final Schedule schedule;
    private final Consumer<Strike> log;
    private final List<Strike> strikes = new CopyOnWriteArrayList<>();

    /** @param log receives each strike when it is healed */
    public Nemesis(FaultySuite suite, long seed, List<Fault> kinds, Consumer<Strike> log) {
        this.suite = suite;
        this.random = new Random(seed);
        this.schedule = new Schedule(kinds, random);
        this.log = log;
    }

    /**
     * Injects faults until {@code enough}, which is checked between faults. Records a fault that does not heal, then
     * throws its failure.
     */
    public void runUntil(BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            strikeNext();
        }
    }

    /** Injects a fault of the next kind, and tries again if it found nothing to break; then pauses. */
    public void strikeNext() {
        Fault fault = schedule.next();
        boolean hit = false;
        for (int tries = 0; tries < MOST_TRIES && !hit; tries++) {
            hit = strike(fault);
            Pauses.of(suite.lasting(random, SHORTEST_PEACE, LONGEST_PEACE));
        }
    }

    private boolean strike(Fault fault) {
        Instant from = clock.instant();
        try {
            note(new Strike(fault.name(), fault.strike(suite, random), true, from, clock.instant()));
            return true;
        } catch (NothingBrokenException nothing) {
            note(new Strike(fault.name(), "nothing: " + nothing.getMessage(), false, from, clock.instant()));
            return false;
        } catch (RuntimeException failure) {
            note(new Strike(fault.name(), "did not heal: " + failure.getMessage(), true, from, clock.instant()));
            throw failure;
        }
    }

    private void note(Strike strike) {
        strikes.add(strike);
        log.accept(strike);
    }

    /** Clears links, disarms fail-points and starts everything. May be called at any time, from any thread. */
    public void heal() {
        suite.heal();
    }

    public List<Strike> strikes() {
        return List.copyOf(strikes);
    }
}
