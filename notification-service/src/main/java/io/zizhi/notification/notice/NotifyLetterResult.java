package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.contracts.AuthorizationLetterSupplementRequested;
import io.zizhi.contracts.LetterContact;
import io.zizhi.notification.verification.reservation.ConfirmPhone;
import io.zizhi.notification.webhook.event.WebhookEvents;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Notifies the applicant of the decision on a letter, or of its expiry. The notice goes to the contact of a
 * qualification of the same company. A letter renewed in time publishes no expiry event. No notice is sent in three
 * cases: the letter was decided together with its qualification, which has its own notice; no qualification has a
 * contact; the qualification and its contact were deleted meanwhile.
 *
 * <p>Events of letters and qualifications have no common order. If the submission that names the contact has not
 * arrived yet, the number reserved for it is used.
 */
@ApplicationScoped
class NotifyLetterResult {

    private final Contacts contacts;
    private final ConfirmPhone confirmPhone;
    private final NotifyResult notifyResult;
    private final WebhookEvents webhooks;

    NotifyLetterResult(
            Contacts contacts, ConfirmPhone confirmPhone, NotifyResult notifyResult, WebhookEvents webhooks) {
        this.contacts = contacts;
        this.confirmPhone = confirmPhone;
        this.notifyResult = notifyResult;
        this.webhooks = webhooks;
    }

    @Produces
    Reaction<AuthorizationLetterApproved> approved() {
        return webhooks.reaction(
                AuthorizationLetterApproved.class,
                event -> notify(event.contact(), contact -> Result.of(event, contact)));
    }

    @Produces
    Reaction<AuthorizationLetterRejected> rejected() {
        return webhooks.reaction(
                AuthorizationLetterRejected.class,
                event -> notify(event.contact(), contact -> Result.of(event, contact)));
    }

    @Produces
    Reaction<AuthorizationLetterSupplementRequested> supplementRequested() {
        return webhooks.reaction(
                AuthorizationLetterSupplementRequested.class,
                event -> notify(event.contact(), contact -> Result.of(event, contact)));
    }

    @Produces
    Reaction<AuthorizationLetterExpiring> expiring() {
        return webhooks.reaction(
                AuthorizationLetterExpiring.class,
                event -> notify(event.contact(), contact -> Result.of(event, contact)));
    }

    @Produces
    Reaction<AuthorizationLetterExpired> expired() {
        return webhooks.reaction(
                AuthorizationLetterExpired.class,
                event -> notify(event.contact(), contact -> Result.of(event, contact)));
    }

    private Uni<Void> notify(@Nullable LetterContact contact, Function<LetterContact, Result> result) {
        if (contact == null) {
            return Uni.createFrom().voidItem();
        }
        Result notified = result.apply(contact);
        return contacts.isStored(contact.qualificationId(), contact.contactId())
                .chain(stored -> stored ? Uni.createFrom().item(true) : storeReserved(notified))
                .chain(stored -> stored
                        ? notifyResult.notify(notified)
                        : Uni.createFrom().voidItem());
    }

    /**
     * Stores the reserved number as a contact. Locks the verification, as the submission does, so that only one of them
     * stores the contact.
     */
    private Uni<Boolean> storeReserved(Result notified) {
        return confirmPhone
                .reserved(notified.contactId(), notified.qualificationId())
                .chain(phone -> phone.map(number -> contacts.store(
                                        notified.qualificationId(), notified.contactId(), notified.accountId(), number)
                                .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
