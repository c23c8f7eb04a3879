package io.zizhi.faults.driver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The speed of the workers, limited so that two cores have time left for the faults.
 *
 * @param longest the longest pause between two steps of one worker; the average is half of it
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
