package io.zizhi.notification.sender;

import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.platform.observability.logging.StepLog;
import io.zizhi.platform.observability.tracing.Spans;
import io.zizhi.platform.runtime.failpoint.FailPoint;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Passes queued messages to the sender: claim, decrypt, hand over, record. Each step has its own transaction, so that
 * none waits for a provider. The steps run in sequence, because they share one Vert.x context, which holds one session
 * at a time.
 */
@ApplicationScoped
public class SendQueuedSms {

    private static final Logger LOG = Logger.getLogger(SendQueuedSms.class);

    private final ClaimQueuedSms claimQueued;
    private final ClaimLostSms claimLost;
    private final SmsCipher cipher;
    private final HandOverSms handOver;
    private final AskSender askSender;
    private final RecordSmsResult record;
    private final FailPoints failPoints;
    private final Spans spans;

    SendQueuedSms(
            ClaimQueuedSms claimQueued,
            ClaimLostSms claimLost,
            SmsCipher cipher,
            HandOverSms handOver,
            AskSender askSender,
            RecordSmsResult record,
            FailPoints failPoints,
            Spans spans) {
        this.claimQueued = claimQueued;
        this.claimLost = claimLost;
        this.cipher = cipher;
        this.handOver = handOver;
        this.askSender = askSender;
        this.record = record;
        this.failPoints = failPoints;
        this.spans = spans;
    }

    /**
     * Handles one lost message and sends one queued message.
     *
     * @return whether it found a message, so that there may be more
     */
    public Uni<Boolean> round() {
        return claimLost
                .claim()
                .call(lost -> ifAny(lost.filter(SmsMessage::mayBeHandedOver), this::ask))
                .chain(lost -> claimQueued
                        .claim()
                        .call(claimed ->
                                ifAny(claimed.filter(claim -> claim.message().isClaimed()), this::sendInItsTrace))
                        .map(claimed -> lost.isPresent() || claimed.isPresent()));
    }

    private Uni<Void> sendInItsTrace(SmsClaim claim) {
        SmsMessage message = claim.message();
        return spans.within(
                spans.continuing(message.trace(), "send sms", SpanKind.CLIENT)
                        .setAttribute("zizhi.sms.id", message.id())
                        .setAttribute("zizhi.sms.template", message.template()),
                () -> send(claim));
    }

    Uni<Void> send(SmsClaim claim) {
        return cipher.open(claim.message())
                .onItemOrFailure()
                .transformToUni((sms, failure) -> failure == null
                        ? handOver.handOver(claim, sms)
                        : Uni.createFrom().item(unreadable(claim.messageId(), failure)))
                .invoke(() -> failPoints.pass(FailPoint.SMS_AFTER_SEND))
                .invoke(result -> result.ifPresent(known -> log(claim.message(), known)))
                .chain(result -> ifAny(result, known -> record.record(claim.messageId(), claim.attempt(), known)));
    }

    private Uni<Void> ask(SmsMessage lost) {
        return askSender
                .recall(lost.id(), lost.attempt())
                .chain(result -> record.record(lost.id(), lost.attempt(), result));
    }

    private static void log(SmsMessage message, SmsResult result) {
        StepLog.log("Message " + message.id() + " by template " + message.template() + ": "
                + result.getClass().getSimpleName());
    }

    /** Returns the failure for an unreadable message. Logs only its type, because its text may contain the message. */
    private static Optional<SmsResult> unreadable(String id, Throwable failure) {
        LOG.errorf(
                "Message %s fails because it cannot be decrypted: %s",
                id, failure.getClass().getName());
        return Optional.of(new SmsResult.Refused("SMS_UNREADABLE"));
    }

    private static <T> Uni<Void> ifAny(Optional<T> item, Function<T, Uni<Void>> act) {
        return item.map(act).orElseGet(() -> Uni.createFrom().voidItem());
    }
}
