package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.channel.ChosenSender;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.message.Sms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Calls the configured sender. The message becomes unknown if the sender fails, or does not answer before the message
 * counts as lost.
 */
@ApplicationScoped
class AskSender {

    private static final Logger LOG = Logger.getLogger(AskSender.class);

    private final ChosenSender chosen;
    private final CountHandOvers count;
    private final SmsConfig config;

    AskSender(ChosenSender chosen, CountHandOvers count, SmsConfig config) {
        this.chosen = chosen;
        this.count = count;
        this.config = config;
    }

    Uni<SmsResult> send(Sms sms) {
        return answer(sms.messageId(), () -> chosen.sender().send(sms)).invoke(count::count);
    }

    Uni<SmsResult> recall(String messageId, int attempt) {
        return answer(messageId, () -> chosen.sender().recall(messageId, attempt));
    }

    /**
     * Returns the result on the caller's context, where it is recorded, whichever thread the sender or the time-out
     * used.
     */
    private Uni<SmsResult> answer(String messageId, Supplier<Uni<? extends SmsResult>> sender) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .<SmsResult>deferred(sender)
                .ifNoItem()
                .after(config.lostAfter())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> broken(messageId, failure))
                .emitOn(next -> caller.runOnContext(ignored -> next.run()));
    }

    private static SmsResult broken(String messageId, Throwable failure) {
        LOG.warnf(
                "Message %s: the sender failed with %s",
                messageId, failure.getClass().getName());
        return new SmsResult.Unknown("SENDER_BROKE_OFF");
    }
}
