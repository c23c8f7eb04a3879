package io.zizhi.notification.sender.quota;

import io.quarkus.runtime.StartupEvent;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SmsConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configured limits of the senders, by name. */
@ApplicationScoped
class SenderLimits {

    private final SmsConfig config;

    SenderLimits(SmsConfig config) {
        this.config = config;
    }

    /** Refuses to start with a limit that lets no message pass, or that limits nothing. */
    void check(@Observes @Priority(1) StartupEvent event, ChosenSenders senders) {
        check(senders.existing());
    }

    void check(List<String> existing) {
        List<String> unknown = Map.of(
                        "rates", config.rates(),
                        "messages-per-day", config.messagesPerDay(),
                        "prices", config.prices(),
                        "spend-per-day", config.spendPerDay())
                .entrySet()
                .stream()
                .flatMap(limits -> limits.getValue().keySet().stream()
                        .filter(sender -> !existing.contains(sender))
                        .map(sender -> "zizhi.sms." + limits.getKey() + "." + sender))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("No such SMS sender: " + String.join(", ", unknown)
                    + ". Name one of these: " + String.join(", ", existing) + ".");
        }
        requirePositive("rates", config.rates());
        requirePositive("messages-per-day", config.messagesPerDay());
        requirePositive("prices", config.prices());
        requirePositive("spend-per-day", config.spendPerDay());
    }

    private static void requirePositive(String setting, Map<String, ? extends Number> limits) {
        limits.forEach((sender, limit) -> {
            if (limit.doubleValue() <= 0) {
                throw new IllegalStateException("zizhi.sms." + setting + "." + sender
                        + " must be positive. Remove a sender from zizhi.sms.senders to send nothing through it.");
            }
        });
    }

    /** Returns the seconds between two hand-overs; 0 without a limit. */
    double interval(String sender) {
        BigDecimal rate = config.rates().get(sender);
        return rate == null ? 0 : 1 / rate.doubleValue();
    }

    Optional<Integer> messagesPerDay(String sender) {
        return Optional.ofNullable(config.messagesPerDay().get(sender));
    }

    Optional<BigDecimal> spendPerDay(String sender) {
        return Optional.ofNullable(config.spendPerDay().get(sender));
    }

    /** Returns the price of a message in CNY; 0 if the sender has no price. */
    BigDecimal cost(String sender, int parts) {
        return config.prices().getOrDefault(sender, BigDecimal.ZERO).multiply(BigDecimal.valueOf(parts));
    }
}
