package io.zizhi.faults.driver;

import io.zizhi.faults.driver.history.Reply;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Repeats an unanswered request unchanged, a few times. */
record Patience(BooleanSupplier running) {

    private static final int REPEATS = 6;
    private static final Duration BEFORE_A_REPEAT = Duration.ofMillis(400);

    Reply untilAnswered(Supplier<Reply> call) {
        Reply reply = call.get();
        for (int repeat = 0; reply.isIndefinite() && repeat < REPEATS && running.getAsBoolean(); repeat++) {
            Pace.hold(BEFORE_A_REPEAT);
            reply = call.get();
        }
        return reply;
    }
}
