package io.zizhi.notification.sender;

import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.platform.http.problem.Outages;
import io.zizhi.platform.observability.logging.StepLog;
import io.zizhi.platform.observability.tracing.Spans;
import io.zizhi.platform.runtime.blocking.CallersContext;
import io.zizhi.platform.runtime.failpoint.FailPoint;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
    private final SmsCipher cipher;
    private final HandOverSms handOver;
    private final RecordSmsResult record;
    private final FailPoints failPoints;
    private final Spans spans;

    SendQueuedSms(
            ClaimQueuedSms claimQueued,
            SmsCipher cipher,
            HandOverSms handOver,
            RecordSmsResult record,
            FailPoints failPoints,
            Spans spans) {
        this.claimQueued = claimQueued;
        this.cipher = cipher;
        this.handOver = handOver;
        this.record = record;
        this.failPoints = failPoints;
        this.spans = spans;
    }

    /**
     * Sends one queued message.
     *
     * @param found runs when a message was found, before it is handed over
     * @return whether it found a message, so that there may be more
     */
    Uni<Boolean> round(Runnable found) {
        return claimQueued
                .claim()
                .invoke(claimed -> claimed.ifPresent(any -> found.run()))
                .call(claimed -> ifAny(claimed.filter(claim -> claim.message().isClaimed()), this::sendInItsTrace))
                .map(Optional::isPresent);
    }

    private Uni<Void> sendInItsTrace(SmsClaim claim) {
        SmsMessage message = claim.message();
        return spans.within(
                spans.continuing(message.trace(), "send sms", SpanKind.CLIENT)
                        .setAttribute("zizhi.sms.id", message.id())
                        .setAttribute("zizhi.sms.template", message.template()),
                () -> pause(claim.delay()).chain(() -> send(claim)));
    }

    /** Waits for the turn that the rate of the sender gives to a message. */
    private static Uni<Void> pause(Duration wait) {
        return wait.isZero()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .deferred(() -> CallersContext.resume(
                                Uni.createFrom().voidItem().onItem().delayIt().by(wait)));
    }

    Uni<Void> send(SmsClaim claim) {
        return cipher.open(claim.message())
                .onItemOrFailure()
                .transformToUni((sms, failure) ->
                        failure == null ? handOver.handOver(claim, sms) : failUnlessOutage(claim.messageId(), failure))
                .invoke(() -> failPoints.pass(FailPoint.SMS_AFTER_SEND))
                .invoke(result -> result.ifPresent(known -> log(claim.message(), known)))
                .chain(result -> ifAny(result, known -> record.record(claim.messageId(), claim.attempt(), known)));
    }

    private static void log(SmsMessage message, SmsResult result) {
        StepLog.log("Message " + message.id() + " by template " + message.template() + ": "
                + result.getClass().getSimpleName());
    }

    /** Leaves the message to a later claim if the database cannot be read at present. */
    private static Uni<Optional<SmsResult>> failUnlessOutage(String id, Throwable failure) {
        return Outages.isOutage(failure)
                ? Uni.createFrom().failure(failure)
                : Uni.createFrom().item(unreadable(id, failure));
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
