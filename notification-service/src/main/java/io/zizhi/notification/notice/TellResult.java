package io.zizhi.notification.notice;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.SmsConfig;
import io.zizhi.notification.sender.SmsLanguage;
import io.zizhi.notification.sender.SmsOrder;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Makes the one notice of a result and queues its message. */
@ApplicationScoped
class TellResult {

    private final NoticeRepository notices;
    private final Contacts contacts;
    private final QueueSms queueSms;
    private final Clock clock;
    private final SmsLanguage language;

    TellResult(NoticeRepository notices, Contacts contacts, QueueSms queueSms, Clock clock, SmsConfig config) {
        this.notices = notices;
        this.contacts = contacts;
        this.queueSms = queueSms;
        this.clock = clock;
        this.language = config.language();
    }

    /** Told already, it does nothing. */
    @WithTransaction
    public Uni<Void> tell(Result result) {
        return notices.findById(result.noticeKey())
                .onItem()
                .ifNull()
                .switchTo(() -> tellForTheFirstTime(result))
                .replaceWithVoid();
    }

    private Uni<Notice> tellForTheFirstTime(Result result) {
        return contacts.open(result.qualificationId(), result.contactId())
                .chain(phone -> queueSms.queue(order(result, phone)))
                .map(messageId -> new Notice(result, messageId, clock.instant()))
                .chain(notices::persist);
    }

    private SmsOrder order(Result result, Phone phone) {
        String subject = "qualification/" + result.qualificationId();
        return new SmsOrder(
                result.accountId(), phone, result.template(), parameters(result), subject, null, result.notBefore());
    }

    private Map<String, String> parameters(Result result) {
        Map<String, String> all = new HashMap<>(Map.of(
                "name", result.name(),
                "workOrder", Long.toString(result.workOrder()),
                "count", Integer.toString(result.codes().size()),
                "list", ReasonTexts.list(result.codes(), language)));
        all.putAll(result.more());
        all.keySet().retainAll(result.template().parameters());
        return Map.copyOf(all);
    }
}
