package io.zizhi.faults.nemesis;

import io.zizhi.faults.suite.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chooses the next fault: first each kind once, in an order that depends on the seed, then any kind at random. */
final class Schedule {

    private final List<Fault> kinds;
    private final List<Fault> due;
    private final Random random;

    Schedule(List<Fault> kinds, Random random) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("No kinds of faults");
        }
        this.kinds = List.copyOf(kinds);
        this.due = new ArrayList<>(kinds);
        this.random = random;
        Collections.shuffle(due, random);
    }

    Fault next() {
        return due.isEmpty() ? kinds.get(random.nextInt(kinds.size())) : due.removeFirst();
    }
}
