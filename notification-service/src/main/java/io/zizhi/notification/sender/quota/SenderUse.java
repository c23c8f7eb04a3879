package io.zizhi.notification.sender.quota;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sender has got today, and whether it may get more.
 *
 * @param sender its name
 * @param stoppedAt when an operator stopped it; null while it runs
 * @param messages handed over today
 * @param spend costs of today's messages in CNY
 */
record SenderUse(String sender, @Nullable Instant stoppedAt, long messages, BigDecimal spend) {

    static SenderUse none(String sender) {
        return new SenderUse(sender, null, 0, BigDecimal.ZERO);
    }
}
