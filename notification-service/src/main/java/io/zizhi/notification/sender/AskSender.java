package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SenderCircuits;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.platform.runtime.blocking.CallersContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Calls the sender of a message. The message becomes unknown if the sender fails, or does not answer before the message
 * counts as lost.
 */
@ApplicationScoped
class AskSender {

    private static final Logger LOG = Logger.getLogger(AskSender.class);

    private final ChosenSenders chosen;
    private final SenderCircuits circuits;
    private final CountHandOvers count;
    private final SmsConfig config;

    AskSender(ChosenSenders chosen, SenderCircuits circuits, CountHandOvers count, SmsConfig config) {
        this.chosen = chosen;
        this.circuits = circuits;
        this.count = count;
        this.config = config;
    }

    Uni<SmsResult> send(String sender, Sms sms) {
        return answer(sms.messageId(), () -> named(sender).send(sms))
                .invoke(result -> circuits.record(sender, result))
                .invoke(result -> count.count(sender, result));
    }

    /**
     * Asks the sender that has or may have the message, and no other: only its answer allows a second hand-over.
     *
     * @return empty if the sender is down and was not asked
     */
    Uni<Optional<SmsResult>> recall(SmsMessage message) {
        String sender = message.sender() == null ? onlySender() : message.sender();
        if (sender == null) {
            return Uni.createFrom().item(Optional.of(new SmsResult.Unknown("SENDER_NOT_RECORDED")));
        }
        if (!circuits.openFor(sender).isZero()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return answer(message.id(), () -> named(sender).recall(message.id(), message.attempt()))
                .invoke(result -> closeIfAnswered(sender, result))
                .map(Optional::of);
    }

    /** A sender that knows the message works again; one that cannot tell may never be able to. */
    private void closeIfAnswered(String sender, SmsResult result) {
        if (result instanceof SmsResult.Accepted) {
            circuits.record(sender, result);
        }
    }

    /** Returns the sender of a message that was claimed by a release with one sender; null if it could be another. */
    private @Nullable String onlySender() {
        return chosen.names().size() == 1 ? chosen.names().getFirst() : null;
    }

    private SmsSender named(String sender) {
        return chosen.named(sender).orElseThrow(() -> new IllegalStateException("No SMS sender " + sender));
    }

    /**
     * Returns the result on the caller's context, where it is recorded, whichever thread the sender or the time-out
     * used.
     */
    private Uni<SmsResult> answer(String messageId, Supplier<Uni<? extends SmsResult>> sender) {
        return CallersContext.resume(Uni.createFrom()
                .<SmsResult>deferred(sender)
                .ifNoItem()
                .after(config.lostAfter())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> broken(messageId, failure)));
    }

    private static SmsResult broken(String messageId, Throwable failure) {
        LOG.warnf(
                "Message %s: the sender failed with %s",
                messageId, failure.getClass().getName());
        return new SmsResult.Unknown("SENDER_BROKE_OFF");
    }
}
