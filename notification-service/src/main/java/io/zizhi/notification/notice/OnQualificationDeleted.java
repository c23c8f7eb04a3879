package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.notification.verification.ErasePhones;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Purges the phone numbers of a deleted qualification. */
@ApplicationScoped
class OnQualificationDeleted implements Reaction<QualificationDeleted> {

    private final Contacts contacts;
    private final ErasePhones erasePhones;

    OnQualificationDeleted(Contacts contacts, ErasePhones erasePhones) {
        this.contacts = contacts;
        this.erasePhones = erasePhones;
    }

    @Override
    public Class<QualificationDeleted> event() {
        return QualificationDeleted.class;
    }

    @Override
    public Uni<Void> react(QualificationDeleted event, EventContext context) {
        return contacts.erase(event.qualificationId()).call(() -> erasePhones.erase(event.qualificationId()));
    }
}
