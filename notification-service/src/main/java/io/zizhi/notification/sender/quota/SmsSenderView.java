package io.zizhi.notification.sender.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sender of SMS. Days are those of Asia/Shanghai.
 *
 * @param name as in {@code zizhi.sms.senders}
 * @param stoppedAt when an operator stopped it; absent while it runs
 * @param circuitOpen whether this replica gives it no messages for some seconds after outages
 * @param messagesToday messages handed over today, without those that it has certainly not taken
 * @param messagesPerDay cap of messages; absent without one
 * @param spendToday costs of today's messages in CNY; 0 without a price
 * @param spendPerDay cap of costs in CNY; absent without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SmsSenderView(
        String name,
        @Nullable Instant stoppedAt,
        boolean circuitOpen,
        long messagesToday,
        @Nullable Integer messagesPerDay,
        double spendToday,
        @Nullable Double spendPerDay) {}
