package io.zizhi.faults.driver;

import io.zizhi.faults.driver.history.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The habits of a worker: it draws its choices from its own seed, pauses between its steps, and repeats unanswered
 * requests unchanged, up to six times. The pauses grow, so that most repeats come after the fault.
 *
 * @param running false once the workload stops
 */
record Habits(Random random, Pace pace, BooleanSupplier running) {

    private static final int REPEATS = 6;
    private static final Duration BEFORE_A_REPEAT = Duration.ofMillis(400);
    private static final int MOST_DOUBLINGS = 3;

    /** Performs steps until the workload stops. */
    void repeat(Runnable step) {
        while (running.getAsBoolean()) {
            step.run();
            pace.pause(random);
        }
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns one of at least one value. */
    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    Reply untilAnswered(Supplier<Reply> call) {
        Reply reply = call.get();
        for (int repeat = 0; reply.isIndefinite() && repeat < REPEATS && running.getAsBoolean(); repeat++) {
            Pace.hold(BEFORE_A_REPEAT.multipliedBy(1L << Math.min(repeat, MOST_DOUBLINGS)));
            reply = call.get();
        }
        return reply;
    }
}
