package io.zizhi.notification.notice;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.contracts.QualificationReinstated;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.contracts.QualificationRevoked;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.contracts.QualificationSuspended;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.template.language.AccountLanguages;
import io.zizhi.notification.webhook.event.WebhookEvents;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Creates the notice of a result and queues its message. A result is an approval (审核通过), a rejection (审核不通过), a
 * supplement request (资料待补充), a suspension (暂停使用), a reinstatement (恢复使用) or a revocation (撤销). An expiry reminder
 * (到期提醒) and an expiry (已到期, sent in the morning) are results as well. The text is in the language of the account.
 */
@ApplicationScoped
class NotifyResult {

    private final NoticeRepository notices;
    private final Contacts contacts;
    private final QueueSms queueSms;
    private final NoticeSeal seal;
    private final WebhookEvents webhooks;
    private final Clock clock;
    private final AccountLanguages languages;

    NotifyResult(
            NoticeRepository notices,
            Contacts contacts,
            QueueSms queueSms,
            NoticeSeal seal,
            WebhookEvents webhooks,
            Clock clock,
            AccountLanguages languages) {
        this.notices = notices;
        this.contacts = contacts;
        this.queueSms = queueSms;
        this.seal = seal;
        this.webhooks = webhooks;
        this.clock = clock;
        this.languages = languages;
    }

    @Produces
    Reaction<QualificationApproved> approved() {
        return webhooks.reaction(QualificationApproved.class, event -> notify(Result.of(event)));
    }

    @Produces
    Reaction<QualificationRejected> rejected() {
        return webhooks.reaction(QualificationRejected.class, event -> notify(Result.of(event)));
    }

    @Produces
    Reaction<QualificationSupplementRequested> supplementRequested() {
        return webhooks.reaction(QualificationSupplementRequested.class, event -> notify(Result.of(event)));
    }

    @Produces
    Reaction<QualificationExpiring> expiring() {
        return webhooks.reaction(QualificationExpiring.class, event -> notifyIfAny(Result.ofEnding(event)));
    }

    @Produces
    Reaction<QualificationExpired> expired() {
        return webhooks.reaction(QualificationExpired.class, event -> notifyIfAny(Result.ofEnding(event)));
    }

    @Produces
    Reaction<QualificationSuspended> suspended() {
        return webhooks.reaction(QualificationSuspended.class, event -> notifyIfAny(Result.ofRestriction(event)));
    }

    @Produces
    Reaction<QualificationReinstated> reinstated() {
        return webhooks.reaction(QualificationReinstated.class, event -> notifyIfAny(Result.ofRestriction(event)));
    }

    @Produces
    Reaction<QualificationRevoked> revoked() {
        return webhooks.reaction(QualificationRevoked.class, event -> notifyIfAny(Result.ofRestriction(event)));
    }

    /** Creates the notice if there is a result. An imported qualification has no contact and so no result. */
    private Uni<Void> notifyIfAny(Optional<Result> result) {
        return result.map(this::notify).orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Creates the notice, unless the notice of this result exists. */
    @WithTransaction
    public Uni<Void> notify(Result result) {
        return notices.findById(result.noticeKey())
                .onItem()
                .ifNull()
                .switchTo(() -> notifyForTheFirstTime(result))
                .replaceWithVoid();
    }

    private Uni<Notice> notifyForTheFirstTime(Result result) {
        return contacts.open(result.qualificationId(), result.contactId())
                .chain(phone -> languages
                        .of(result.accountId())
                        .chain(language -> queueSms.queue(order(result, phone, language)))
                        .chain(messageId -> seal.close(result, phone)
                                .map(recipient -> new Notice(result, messageId, recipient, clock.instant()))))
                .chain(notices::persist);
    }

    private static SmsOrder order(Result result, Phone phone, SmsLanguage language) {
        String subject = "qualification/" + result.qualificationId();
        return new SmsOrder(
                result.accountId(),
                phone,
                result.template(),
                parameters(result, language),
                subject,
                null,
                result.notBefore(),
                language);
    }

    private static Map<String, String> parameters(Result result, SmsLanguage language) {
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
