package io.zizhi.notification.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps {@link SendWebhooks} going for as long as the service runs, in several lanes. Only the first looks at the queue all
 * the time; a lane that finds a webhook wakes the next one.
 */
@ApplicationScoped
class WebhookLanes {

    private final List<RepeatingWork> lanes;

    WebhookLanes(Vertx vertx, SendWebhooks send, WebhookConfig config, NotificationLimits limits) {
        this.lanes = new ArrayList<>();
        for (int lane = 0; lane < limits.webhooks().lanes(); lane++) {
            int next = lane + 1;
            lanes.add(new RepeatingWork(
                    vertx,
                    "Webhooks " + lane,
                    lane == 0 ? config.pollEvery() : config.firstRetry(),
                    () -> send.round(() -> wake(next))));
        }
    }

    private void wake(int lane) {
        if (lane < lanes.size()) {
            lanes.get(lane).wake();
        }
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(RepeatingWork::start);
    }

    void stop(@Observes ShutdownEvent event) {
        lanes.forEach(RepeatingWork::stop);
    }
}
