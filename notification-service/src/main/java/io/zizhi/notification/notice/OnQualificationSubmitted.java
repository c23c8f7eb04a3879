package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.notification.verification.model.SubmittedRevision;
import io.zizhi.notification.verification.reservation.ConfirmPhone;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Consumes the phone verification of a submission and stores its number as a contact of the qualification. */
@ApplicationScoped
class OnQualificationSubmitted implements Reaction<QualificationSubmitted> {

    private final ConfirmPhone confirmPhone;
    private final Contacts contacts;

    OnQualificationSubmitted(ConfirmPhone confirmPhone, Contacts contacts) {
        this.confirmPhone = confirmPhone;
        this.contacts = contacts;
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context) {
        return confirmPhone
                .confirm(event.contactId(), new SubmittedRevision(event.qualificationId(), event.revision()))
                .chain(phone -> contacts.store(event.qualificationId(), event.contactId(), event.accountId(), phone));
    }
}
