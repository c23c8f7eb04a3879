package io.zizhi.notification.sender;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Repeats {@link SendQueuedSms#round} while the service runs. */
@ApplicationScoped
class SendingLoop {

    private final RepeatingWork work;

    SendingLoop(Vertx vertx, SingleStatement statement, SendQueuedSms send, SmsConfig config) {
        this.work = new RepeatingWork(
                vertx,
                "Sending SMS",
                config.pollEvery(),
                () -> statement.ifFinds(SmsMessageRepository.WORK, send::round));
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
