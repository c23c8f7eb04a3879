package io.zizhi.notification.sender;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.OverlappingWork;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Hands messages over, several at once, recalls lost ones and asks for receipts while the service runs. The three loops
 * are separate, so that no hand-over waits for a slow answer to a question.
 */
@ApplicationScoped
class SendingLoop {

    /**
     * Longer than the default time-out of every sender. {@code PodsTest} of the manifests adds it to the time that a pod
     * may take to stop.
     */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

    /** Time of a hand-over for the database, besides that of its sender. */
    private static final Duration LONGEST_BESIDES_SENDER = Duration.ofMinutes(1);

    private final OverlappingWork handOvers;
    private final List<RepeatingWork> questions;

    SendingLoop(
            Vertx vertx,
            SingleStatement statement,
            SendQueuedSms send,
            RecallLostSms recall,
            AskForReceipt receipts,
            ChosenSenders chosen,
            SmsConfig config) {
        this.handOvers = new OverlappingWork(
                vertx,
                "Sending SMS",
                config.pollEvery(),
                Math.min(config.atOnce(), chosen.atOnce()),
                config.lostAfter().plus(LONGEST_BESIDES_SENDER),
                found -> statement
                        .row(SmsMessageRepository.LOOK_FOR_DUE)
                        .chain(row -> row.getBoolean(0)
                                ? send.round(found)
                                : Uni.createFrom().item(false)));
        this.questions = List.of(
                new RepeatingWork(
                        vertx,
                        "Recalling SMS",
                        config.pollEvery(),
                        () -> statement.ifFinds(SmsMessageRepository.TO_RECALL, recall::round)),
                new RepeatingWork(
                        vertx,
                        "Asking for SMS receipts",
                        config.pollEvery(),
                        () -> statement.ifFinds(SmsMessageRepository.WITHOUT_RECEIPT, receipts::ask)));
    }

    void start(@Observes StartupEvent event) {
        handOvers.start();
        questions.forEach(RepeatingWork::start);
    }

    /** Waits until claimed messages have their outcomes, before the senders close their connections. */
    void stop(@Observes ShutdownEvent event) {
        questions.forEach(RepeatingWork::stop);
        handOvers.stop(LONGEST_STOP);
    }
}
