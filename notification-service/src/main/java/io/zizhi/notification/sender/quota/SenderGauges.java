package io.zizhi.notification.sender.quota;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Publishes what each sender has got today and whether it is stopped, measured every thirty seconds. */
@ApplicationScoped
class SenderGauges {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final MeterRegistry metrics;
    private final ChosenSenders chosen;
    private final SenderLimits limits;
    private final ReadSenders read;
    private final RepeatingWork work;
    private final Map<String, SenderUse> uses = new ConcurrentHashMap<>();

    SenderGauges(Vertx vertx, MeterRegistry metrics, ChosenSenders chosen, SenderLimits limits, ReadSenders read) {
        this.metrics = metrics;
        this.chosen = chosen;
        this.limits = limits;
        this.read = read;
        this.work = new RepeatingWork(
                vertx, "SMS sender metrics", PAUSE, () -> measure().replaceWith(false));
    }

    void start(@Observes StartupEvent event) {
        chosen.names().forEach(sender -> {
            gauge(sender, "sms_sender_messages_today", "Messages handed over today", SenderUse::messages);
            gauge(
                    sender,
                    "sms_sender_spend_today",
                    "Costs of today's messages in CNY",
                    use -> use.spend().doubleValue());
            gauge(sender, "sms_sender_stopped", "1 if an operator stopped the sender", SenderGauges::stopped);
            gauge(sender, "sms_sender_cap_used", "Used part of the closest cap of the day, 0 to 1", this::capUsed);
        });
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    Uni<List<SenderUse>> measure() {
        return read.read().invoke(found -> found.forEach(use -> uses.put(use.sender(), use)));
    }

    private void gauge(String sender, String name, String description, ToDoubleFunction<SenderUse> value) {
        Gauge.builder(name, () -> value.applyAsDouble(uses.getOrDefault(sender, SenderUse.none(sender))))
                .description(description)
                .tag("sender", sender)
                .register(metrics);
    }

    private static double stopped(SenderUse use) {
        return use.stoppedAt() == null ? 0 : 1;
    }

    private double capUsed(SenderUse use) {
        double messages = limits.messagesPerDay(use.sender())
                .map(most -> (double) use.messages() / most)
                .orElse(0.0);
        double spend = limits.spendPerDay(use.sender())
                .map(BigDecimal::doubleValue)
                .map(most -> use.spend().doubleValue() / most)
                .orElse(0.0);
        return Math.max(messages, spend);
    }
}
