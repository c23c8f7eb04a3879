package io.zizhi.notification.sender.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.Sms;
import jakarta.enterprise.context.ApplicationScoped;

/** The sender for single machines and tests. It stores the id of every message, so it can always report the outcome. */
@ApplicationScoped
class LocalInbox implements SmsSender {

    private final PutIntoInbox put;
    private final RecallFromInbox recall;

    LocalInbox(PutIntoInbox put, RecallFromInbox recall) {
        this.put = put;
        this.recall = recall;
    }

    @Override
    public String name() {
        return ChosenSenders.LOCAL_INBOX;
    }

    @Override
    public Uni<SmsResult> send(Sms sms) {
        return put.put(sms);
    }

    @Override
    public Uni<SmsResult> recall(String messageId, int attempt) {
        return recall.recall(messageId, attempt);
    }
}
