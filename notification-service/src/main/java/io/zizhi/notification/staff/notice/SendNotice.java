package io.zizhi.notification.staff.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTexts;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import io.zizhi.notification.staff.subscription.SubscriptionSeal;
import io.zizhi.notification.webhook.QueueWebhook;
import io.zizhi.notification.webhook.Receiver;
import io.zizhi.notification.webhook.WebhookOrder;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Queues the notice of a closed group on the channel of its subscription. Runs in the caller's transaction. */
@ApplicationScoped
class SendNotice {

    private static final Logger LOG = Logger.getLogger(SendNotice.class);

    /** A notice is not sent later than this: a text about "the last minutes" is useless hours later. */
    private static final Duration USEFUL_FOR = Duration.ofHours(1);

    private final SubscriptionSeal seal;
    private final QueueSms queueSms;
    private final QueueWebhook queueWebhook;
    private final SmsTexts texts;
    private final ObjectMapper json;

    SendNotice(SubscriptionSeal seal, QueueSms queueSms, QueueWebhook queueWebhook, SmsTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.seal = seal;
        this.queueSms = queueSms;
        this.queueWebhook = queueWebhook;
        this.json = json;
    }

    Uni<Void> send(StaffNotice notice, Gathered gathered, StaffSubscription subscription, Instant now) {
        return switch (subscription.channel()) {
            case SMS ->
                readable(seal.phone(subscription), subscription)
                        .chain(phone -> phone.map(number -> sms(notice, gathered, subscription, number, now))
                                .orElseGet(() -> unreadable(notice)));
            case WEBHOOK ->
                readable(seal.receiver(subscription), subscription)
                        .chain(receiver -> receiver.map(to -> webhook(notice, gathered, subscription, to, now))
                                .orElseGet(() -> unreadable(notice)));
        };
    }

    /** Returns empty if the recipient cannot be decrypted because its key was deleted. Only this notice then fails. */
    private static <T> Uni<Optional<T>> readable(Uni<Optional<T>> opened, StaffSubscription subscription) {
        return opened.onFailure()
                .invoke(failure -> LOG.errorf("Cannot decrypt the recipient of subscription %d", subscription.id()))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Uni<Void> unreadable(StaffNotice notice) {
        notice.fail("CONTACT_UNREADABLE");
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> sms(
            StaffNotice notice, Gathered gathered, StaffSubscription subscription, Phone phone, Instant now) {
        SmsOrder order = new SmsOrder(
                SubscriptionSeal.STAFF,
                phone,
                NoticeText.template(notice.kind()),
                NoticeText.parameters(gathered, subscription.language(), now),
                "staff-notice/" + notice.id(),
                now.plus(USEFUL_FOR),
                null,
                subscription.language());
        return queueSms.queue(order).invoke(notice::sending).replaceWithVoid();
    }

    private Uni<Void> webhook(
            StaffNotice notice, Gathered gathered, StaffSubscription subscription, Receiver to, Instant now) {
        String id = "msg_staff_notice_" + notice.id();
        SmsLanguage language = subscription.language();
        return texts.withoutSignature(
                        NoticeText.template(notice.kind()), language, NoticeText.parameters(gathered, language, now))
                .map(text -> write(NoticeBody.of(notice, gathered, subscription, text, now)))
                .chain(body -> queueWebhook.queue(new WebhookOrder(id, SubscriptionSeal.STAFF, to, body)))
                .invoke(() -> notice.posting(id));
    }

    private String write(NoticeBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A notice could not be written", impossible);
        }
    }
}
