package io.zizhi.notification.sender.smpp;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.channel.GivenSenders;
import io.zizhi.notification.sender.channel.GivenSmsConfig;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;

/** The beans of the service from which a test makes a sender to its own SMSC. The service itself has no SMSC. */
@Dependent
class GivenSmpp {

    private final BeginSubmission begin;
    private final BeginRecall beginRecall;
    private final SmppMessageRepository messages;
    private final FindOutcome find;
    private final DatabaseTime time;
    private final MeterRegistry metrics;
    private final Vertx vertx;

    GivenSmpp(
            BeginSubmission begin,
            BeginRecall beginRecall,
            SmppMessageRepository messages,
            FindOutcome find,
            DatabaseTime time,
            MeterRegistry metrics,
            Vertx vertx) {
        this.begin = begin;
        this.beginRecall = beginRecall;
        this.messages = messages;
        this.find = find;
        this.time = time;
        this.metrics = metrics;
        this.vertx = vertx;
    }

    /** A sender that is the only chosen one, with short pauses between connections. Its receipts are recorded. */
    final class Sending implements AutoCloseable {

        final RecordedReceipts receipts = new RecordedReceipts();
        final SmsConfig sms = GivenSmsConfig.of(Map.of("senders", SmppSmsSender.NAME));
        final SmppLink link;
        final SmppSmsSender sender;

        private final SmppConfig config;
        private final RecordSegmentReceipt record = new RecordSegmentReceipt(messages, find, receipts, time);

        private Sending(int port, Duration timeout) {
            config = SmppLinkTest.config(Map.of(
                    "host", "127.0.0.1",
                    "port", "" + port,
                    "system-id", "zizhi",
                    "password", SmscDouble.PASSWORD,
                    "timeout", timeout.toString(),
                    "first-pause", "PT0.05S",
                    "longest-pause", "PT0.2S"));
            link = new SmppLink(
                    config, new ReceiveReceipts(record, config), (SSLSocketFactory) SSLSocketFactory.getDefault());
            sender = sender(System::nanoTime);
            GivenSenders.choose(sender);
            sender.start(new StartupEvent());
        }

        /** Returns another sender on the same link, with time of its own. */
        SmppSmsSender sender(LongSupplier nanoTime) {
            return new SmppSmsSender(
                    config,
                    sms,
                    link,
                    begin,
                    new RecordAnswer(messages, find, receipts, config),
                    new RecallFromSmsc(beginRecall, link, record, find, receipts, config),
                    metrics,
                    vertx,
                    nanoTime);
        }

        @Override
        public void close() {
            sender.stop(new ShutdownEvent());
        }
    }

    Sending to(SmscDouble smsc) {
        return to(smsc, Duration.ofSeconds(20));
    }

    /** @param timeout of each answer of the SMSC */
    Sending to(SmscDouble smsc, Duration timeout) {
        return new Sending(smsc.port(), timeout);
    }
}
