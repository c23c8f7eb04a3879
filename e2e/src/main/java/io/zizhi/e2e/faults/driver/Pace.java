package io.zizhi.e2e.faults.driver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * How fast workers work: so that two cores still have time for the faults.
 *
 * @param longest the longest pause between two steps of one worker; half of it on average
 */
record Pace(Duration longest) {

    void pause(RandomGenerator random) {
        hold(Duration.ofNanos(random.nextLong(longest.toNanos())));
    }

    Pace slower(int times) {
        return new Pace(longest.multipliedBy(times));
    }

    static void hold(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }
}
