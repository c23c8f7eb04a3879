package io.zizhi.notification.sender;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Hands queued messages to the sender: claim, hand over, write down, each in its own step, so that no transaction waits
 * for a provider. One after the other: the steps share one Vert.x context, which carries one session at a time.
 */
@ApplicationScoped
public class SendQueuedSms {

    private static final Logger LOG = Logger.getLogger(SendQueuedSms.class);
    private static final int BATCH = 50;

    private final ClaimQueuedSms claimQueued;
    private final ClaimLostSms claimLost;
    private final RecordSmsResult record;
    private final ChosenSender chosen;

    @Inject
    SendQueuedSms(ClaimQueuedSms claimQueued, ClaimLostSms claimLost, RecordSmsResult record, ChosenSender chosen) {
        this.claimQueued = claimQueued;
        this.claimLost = claimLost;
        this.record = record;
        this.chosen = chosen;
    }

    /** One round. @return whether there is more to do at once */
    public Uni<Boolean> round() {
        return claimLost
                .claim(BATCH)
                .chain(lost -> each(lost, this::ask))
                .chain(() -> claimQueued.claim(BATCH))
                .call(queued -> each(queued, this::send))
                .map(queued -> queued.size() == BATCH);
    }

    private Uni<Void> send(Sms sms) {
        return answered(sms.messageId(), chosen.sender().send(sms));
    }

    private Uni<Void> ask(String messageId) {
        return answered(messageId, chosen.sender().recall(messageId));
    }

    private Uni<Void> answered(String messageId, Uni<SmsResult> answer) {
        return answer.onFailure()
                .recoverWithItem(failure -> broken(messageId, failure))
                .chain(result -> record.record(messageId, result));
    }

    private static SmsResult broken(String messageId, Throwable failure) {
        LOG.warnf(
                "Message %s: the sender broke off with %s",
                messageId, failure.getClass().getName());
        return new SmsResult.Unknown("SENDER_BROKE_OFF");
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> act) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(act::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
