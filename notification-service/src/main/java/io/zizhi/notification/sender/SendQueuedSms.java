package io.zizhi.notification.sender;

import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.failpoint.FailPoint;
import io.zizhi.platform.failpoint.FailPoints;
import io.zizhi.platform.logging.StepLog;
import io.zizhi.platform.tracing.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Hands queued messages to the sender: claim, open, hand over, write down, each in its own step, so that no transaction
 * waits for a provider. One after the other: the steps share one Vert.x context, which carries one session at a time.
 */
@ApplicationScoped
public class SendQueuedSms {

    private static final Logger LOG = Logger.getLogger(SendQueuedSms.class);

    private final ClaimQueuedSms claimQueued;
    private final ClaimLostSms claimLost;
    private final SmsCipher cipher;
    private final RecordSmsResult record;
    private final ChosenSender chosen;
    private final FailPoints failPoints;
    private final Spans spans;

    @Inject
    SendQueuedSms(
            ClaimQueuedSms claimQueued,
            ClaimLostSms claimLost,
            SmsCipher cipher,
            RecordSmsResult record,
            ChosenSender chosen,
            FailPoints failPoints,
            Spans spans) {
        this.claimQueued = claimQueued;
        this.claimLost = claimLost;
        this.cipher = cipher;
        this.record = record;
        this.chosen = chosen;
        this.failPoints = failPoints;
        this.spans = spans;
    }

    /** Asks for one lost message and sends one queued one. @return whether there was any, so that there may be more */
    public Uni<Boolean> round() {
        return claimLost
                .claim()
                .call(lost -> ifAny(lost, this::ask))
                .chain(lost -> claimQueued
                        .claim()
                        .call(claimed -> ifAny(claimed.filter(SmsMessage::isClaimed), this::sendInItsTrace))
                        .map(claimed -> lost.isPresent() || claimed.isPresent()));
    }

    private Uni<Void> sendInItsTrace(SmsMessage message) {
        return spans.within(
                spans.continuing(message.trace(), "send sms", SpanKind.CLIENT)
                        .setAttribute("zizhi.sms.id", message.id())
                        .setAttribute("zizhi.sms.template", message.template()),
                () -> send(message));
    }

    private Uni<Void> send(SmsMessage message) {
        String id = message.id();
        return cipher.open(message)
                .onItemOrFailure()
                .transformToUni((sms, failure) -> failure == null
                        ? answer(id, () -> chosen.sender().send(sms))
                        : Uni.createFrom().item(unreadable(id, failure)))
                .invoke(() -> failPoints.pass(FailPoint.SMS_AFTER_SEND))
                .invoke(result -> StepLog.tell("Message " + id + " by template " + message.template() + ": "
                        + result.getClass().getSimpleName()))
                .chain(result -> record.record(id, result));
    }

    private Uni<Void> ask(String id) {
        return answer(id, () -> chosen.sender().recall(id)).chain(result -> record.record(id, result));
    }

    private static Uni<SmsResult> answer(String id, Supplier<Uni<? extends SmsResult>> sender) {
        return Uni.createFrom().deferred(sender).onFailure().recoverWithItem(failure -> broken(id, failure));
    }

    private static SmsResult broken(String id, Throwable failure) {
        LOG.warnf(
                "Message %s: the sender broke off with %s",
                id, failure.getClass().getName());
        return new SmsResult.Unknown("SENDER_BROKE_OFF");
    }

    /** Of the failure only its kind is logged: its text may show what is in the message. */
    private static SmsResult unreadable(String id, Throwable failure) {
        LOG.errorf(
                "Message %s cannot be read and fails: %s",
                id, failure.getClass().getName());
        return new SmsResult.Refused("SMS_UNREADABLE");
    }

    private static <T> Uni<Void> ifAny(Optional<T> item, Function<T, Uni<Void>> act) {
        return item.map(act).orElseGet(() -> Uni.createFrom().voidItem());
    }
}
