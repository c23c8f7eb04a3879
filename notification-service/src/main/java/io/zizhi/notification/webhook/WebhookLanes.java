package io.zizhi.notification.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.IntStream;

/** Repeats {@link SendWebhooks#round} while the service runs, in several lanes. */
@ApplicationScoped
class WebhookLanes {

    private final List<RepeatingWork> lanes;

    WebhookLanes(
            Vertx vertx,
            SingleStatement statement,
            SendWebhooks send,
            WebhookConfig config,
            NotificationLimits limits) {
        this.lanes = IntStream.range(0, limits.webhooks().lanes())
                .mapToObj(lane -> new RepeatingWork(
                        vertx,
                        "Webhooks " + lane,
                        config.pollEvery(),
                        () -> statement.ifFinds(WebhookDeliveryRepository.WORK, send::round)))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(RepeatingWork::start);
    }

    void stop(@Observes ShutdownEvent event) {
        lanes.forEach(RepeatingWork::stop);
    }
}
