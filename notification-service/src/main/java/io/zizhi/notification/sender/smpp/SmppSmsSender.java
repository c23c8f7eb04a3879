package io.zizhi.notification.sender.smpp;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Refusal;
import io.zizhi.platform.runtime.blocking.CallersContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Submits messages to an SMSC, segment by segment. */
@ApplicationScoped
class SmppSmsSender implements SmsSender {

    static final String NAME = "smpp";

    private static final int AFTER_THE_QUEUE = 3_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Pauses of a refused message: the SMSC would refuse it again, and the reason rarely disappears. */
    private static final Duration FIRST_PAUSE_OF_REFUSED = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE_OF_REFUSED = Duration.ofMinutes(30);

    /** Questions at once: one about a lost message, and one about a missing receipt. */
    private static final int QUESTIONS = 2;

    private static final int MOST_DOUBLINGS = 10;
    private static final int HEX = 16;

    private final SmppConfig config;
    private final SmsConfig sms;
    private final SmppLink link;
    private final BeginSubmission begin;
    private final RecordAnswer record;
    private final RecallFromSmsc recall;
    private final MeterRegistry metrics;
    private final Vertx vertx;
    private final LongSupplier nanoTime;

    @Inject
    SmppSmsSender(
            SmppConfig config,
            SmsConfig sms,
            SmppLink link,
            BeginSubmission begin,
            RecordAnswer record,
            RecallFromSmsc recall,
            MeterRegistry metrics,
            Vertx vertx) {
        this(config, sms, link, begin, record, recall, metrics, vertx, System::nanoTime);
    }

    /** @param nanoTime monotonic time in nanoseconds, see {@link System#nanoTime} */
    SmppSmsSender(
            SmppConfig config,
            SmsConfig sms,
            SmppLink link,
            BeginSubmission begin,
            RecordAnswer record,
            RecallFromSmsc recall,
            MeterRegistry metrics,
            Vertx vertx,
            LongSupplier nanoTime) {
        this.config = config;
        this.sms = sms;
        this.link = link;
        this.begin = begin;
        this.record = record;
        this.recall = recall;
        this.metrics = metrics;
        this.vertx = vertx;
        this.nanoTime = nanoTime;
    }

    /**
     * Connects if this sender is chosen, or has a host: it may have been chosen before, and its messages still get
     * receipts. Refuses to start with invalid settings.
     */
    void start(@Observes @Priority(1) StartupEvent event) {
        link.register(metrics);
        if (isUsed()) {
            SmppBinding.check(config, sms);
            link.start();
        }
    }

    void stop(@Observes @Priority(AFTER_THE_QUEUE) ShutdownEvent event) {
        if (isUsed()) {
            link.stop();
        }
    }

    private boolean isUsed() {
        return isUsed(sms, config);
    }

    static boolean isUsed(SmsConfig sms, SmppConfig config) {
        return config.host().isPresent()
                || sms.senders().filter(names -> names.contains(NAME)).isPresent();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Leaves places in the window to questions. Otherwise, under load, all of them would count as unanswered. */
    @Override
    public int atOnce() {
        return atOnce(config.window());
    }

    static int atOnce(int window) {
        return Math.max(1, window - QUESTIONS);
    }

    @Override
    public Uni<SmsResult> send(Sms message) {
        int attempt = message.attempt();
        if (!link.isBound()) {
            return item(new SmsResult.Deferred("SMPP_NOT_BOUND", pause(attempt)));
        }
        List<Segment> segments = Segmentation.of(message.text(), reference(message.messageId()));
        if (segments.size() > config.segments()) {
            return item(new SmsResult.Refused("SMPP_TOO_LONG", true));
        }
        long since = nanoTime.getAsLong();
        return toTheEnd(() -> begin.begin(message.messageId(), attempt, segments.size())
                .chain(own -> own ? submit(message, segments, null, since) : item(new SmsResult.NeverReceived())));
    }

    /**
     * Runs the work on a context of its own and to its end, even if the caller stops waiting. Otherwise the answer to a
     * segment in flight would be lost, and its receipt would find no message.
     */
    private <T> Uni<T> toTheEnd(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(own, true);
            return CallersContext.resume(Uni.createFrom()
                    .deferred(() -> work.get())
                    .runSubscriptionOn(task -> own.runOnContext(ignored -> task.run()))
                    .memoize()
                    .until(() -> false));
        });
    }

    @Override
    public Uni<SmsResult> recall(String messageId, int attempt) {
        return recall.recall(messageId, attempt);
    }

    /**
     * Submits the segments that remain.
     *
     * @param firstId the SMSC's id of the first segment; null before it is taken
     * @param since monotonic time of the start, in nanoseconds
     */
    private Uni<SmsResult> submit(Sms message, List<Segment> segments, @Nullable String firstId, long since) {
        Segment next = segments.getFirst();
        return submitInTime(message, next, since)
                .call(answer -> record(message, next, answer))
                .chain(answer -> switch (answer) {
                    case SubmitAnswer.Taken taken ->
                        taken(message, segments, firstId == null ? taken.providerMessageId() : firstId, since);
                    case SubmitAnswer.NotTaken refused ->
                        item(
                                firstId == null
                                        ? refused(refused, message.attempt())
                                        : new SmsResult.Unknown("SMPP_PARTLY_TAKEN"));
                    case SubmitAnswer.Unclear unclear -> item(new SmsResult.Unknown(unclear.code()));
                });
    }

    private Uni<SmsResult> taken(Sms message, List<Segment> segments, String firstId, long since) {
        return segments.size() == 1
                ? item(new SmsResult.Accepted(firstId))
                : submit(message, segments.subList(1, segments.size()), firstId, since);
    }

    /** Submits nothing in the second half of the time after which the message counts as lost. */
    private Uni<SubmitAnswer> submitInTime(Sms message, Segment segment, long since) {
        Duration limit = sms.lostAfter().dividedBy(2);
        return nanoTime.getAsLong() - since < limit.toNanos()
                ? link.submit(message.to().reveal(), segment)
                : Uni.createFrom().item(new SubmitAnswer.NotTaken("SMPP_TOO_SLOW", Refusal.EVERY_MESSAGE));
    }

    private Uni<Void> record(Sms message, Segment segment, SubmitAnswer answer) {
        return record.record(message.messageId(), message.attempt(), segment.number(), answer);
    }

    static SmsResult refused(SubmitAnswer.NotTaken answer, int attempt) {
        return switch (answer.refusal()) {
            case EVERY_MESSAGE -> new SmsResult.Deferred(answer.code(), pause(attempt));
            case THIS_MESSAGE -> new SmsResult.Deferred(answer.code(), pauseOfRefused(attempt), true);
            case FOR_GOOD -> new SmsResult.Refused(answer.code());
        };
    }

    private static Duration pause(int attempt) {
        return pause(attempt, FIRST_PAUSE, LONGEST_PAUSE);
    }

    private static Duration pauseOfRefused(int attempt) {
        return pause(attempt, FIRST_PAUSE_OF_REFUSED, LONGEST_PAUSE_OF_REFUSED);
    }

    private static Duration pause(int attempt, Duration first, Duration longest) {
        Duration growing = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return growing.compareTo(longest) < 0 ? growing : longest;
    }

    /** Uses the first 16 bits of the id. It is a UUID of version 4, so they are random. */
    private static int reference(String messageId) {
        return Integer.parseInt(messageId, 0, 4, HEX);
    }

    private static Uni<SmsResult> item(SmsResult result) {
        return Uni.createFrom().item(result);
    }
}
