package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.ChosenSender;
import io.zizhi.notification.sender.Sms;
import io.zizhi.notification.sender.SmsResult;
import io.zizhi.notification.sender.SmsSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The sender of one machine and of tests. It knows every message by its id, so it can always tell what became of one. */
@ApplicationScoped
class LocalInbox implements SmsSender {

    private final PutIntoInbox put;
    private final InboxMessageRepository messages;

    @Inject
    LocalInbox(PutIntoInbox put, InboxMessageRepository messages) {
        this.put = put;
        this.messages = messages;
    }

    @Override
    public String name() {
        return ChosenSender.LOCAL_INBOX;
    }

    @Override
    public Uni<SmsResult> send(Sms sms) {
        return put.put(sms).replaceWith(new SmsResult.Accepted());
    }

    @Override
    @WithTransaction
    public Uni<SmsResult> recall(String messageId) {
        return messages.findById(messageId)
                .map(found -> found == null ? new SmsResult.NeverReceived() : new SmsResult.Accepted());
    }
}
