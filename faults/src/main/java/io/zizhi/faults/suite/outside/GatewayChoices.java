package io.zizhi.faults.suite.outside;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * The gateway's choices, from a seed. Phone codes are always taken by some sender, because a person waits for them and
 * nothing else would happen. Once {@link #calm} was called, nothing gets lost any more.
 */
final class GatewayChoices {

    /** How many messages the gateway knows nothing about. Each one keeps the suite from its rest for a minute. */
    private static final int MOST_MUTE = 3;

    /** What happens to the first notices. A brief campaign has few, and must see these rare events too. */
    private static final List<GatewayConduct> OF_FIRST_NOTICES =
            List.of(GatewayConduct.REFUSES, GatewayConduct.LOSES_REQUEST);

    private static final Duration LATEST_ANSWER = Duration.ofMillis(1_500);
    private static final Duration LATEST_RECEIPT = Duration.ofSeconds(3);

    private final Random random;
    private int notices;
    private int mute;
    private boolean calm;

    GatewayChoices(long seed) {
        this.random = new Random(seed);
    }

    synchronized void calm() {
        calm = true;
    }

    synchronized boolean isCalm() {
        return calm;
    }

    synchronized GatewayConduct conduct(boolean code) {
        if (!calm && !code && notices < OF_FIRST_NOTICES.size()) {
            return OF_FIRST_NOTICES.get(notices++);
        }
        int drawn = random.nextInt(100);
        if (calm || drawn < 52) {
            return GatewayConduct.ACCEPTS;
        } else if (drawn < 60) {
            return GatewayConduct.ACCEPTS_LATE;
        } else if (drawn < 74) {
            return GatewayConduct.LOSES_ANSWER;
        } else if (drawn < 82) {
            return GatewayConduct.DEFERS;
        } else if (code) {
            return GatewayConduct.ACCEPTS;
        }
        return drawn < 91 ? GatewayConduct.REFUSES : GatewayConduct.LOSES_REQUEST;
    }

    synchronized ReceiptPlan plan() {
        int drawn = random.nextInt(100);
        if (calm || drawn < 50) {
            return ReceiptPlan.DELIVERED;
        } else if (drawn < 65) {
            return ReceiptPlan.FAILED;
        } else if (drawn < 75) {
            return ReceiptPlan.FAILED_THEN_DELIVERED;
        }
        return drawn < 95 ? ReceiptPlan.WHEN_ASKED : ReceiptPlan.NEVER;
    }

    /** Draws whether the gateway forgets a message whose answer it lost. */
    synchronized boolean isMute() {
        if (calm || mute == MOST_MUTE || random.nextInt(3) > 0) {
            return false;
        }
        mute++;
        return true;
    }

    /** Draws whether the answer to a question, or an acknowledgement, gets lost. */
    synchronized boolean losesAnswer() {
        return !calm && random.nextInt(100) < 15;
    }

    Duration untilAnswer() {
        return drawn(LATEST_ANSWER);
    }

    Duration untilReceipt() {
        return isCalm() ? Duration.ZERO : drawn(LATEST_RECEIPT);
    }

    private synchronized Duration drawn(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }
}
