package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.contracts.AuthorizationLetterSupplementRequested;
import io.zizhi.contracts.LetterContact;
import io.zizhi.notification.verification.ConfirmPhone;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the result of a letter, or that the letter ends soon or has ended. The notice goes to the contact of a qualification
 * for the same company. A letter that was renewed in time has no event of its end. Nobody is told where the letter was
 * decided with its qualification, whose own notice says it, where no qualification names anybody, and where that
 * qualification was deleted meanwhile, and its contact forgotten with it.
 *
 * <p>Events of letter and qualification have no order among each other: where the submission that names the contact has not
 * arrived yet, its number is the one that was reserved for it.
 */
@ApplicationScoped
class TellLetterResult {

    private final Contacts contacts;
    private final ConfirmPhone confirmPhone;
    private final TellResult tellResult;

    TellLetterResult(Contacts contacts, ConfirmPhone confirmPhone, TellResult tellResult) {
        this.contacts = contacts;
        this.confirmPhone = confirmPhone;
        this.tellResult = tellResult;
    }

    @Produces
    Reaction<AuthorizationLetterApproved> approved() {
        return Reaction.to(
                AuthorizationLetterApproved.class,
                event -> tell(event.contact(), contact -> Result.of(event, contact)));
    }

    @Produces
    Reaction<AuthorizationLetterRejected> rejected() {
        return Reaction.to(
                AuthorizationLetterRejected.class,
                event -> tell(event.contact(), contact -> Result.of(event, contact)));
    }

    @Produces
    Reaction<AuthorizationLetterSupplementRequested> supplementRequested() {
        return Reaction.to(
                AuthorizationLetterSupplementRequested.class,
                event -> tell(event.contact(), contact -> Result.of(event, contact)));
    }

    @Produces
    Reaction<AuthorizationLetterExpiring> expiring() {
        return Reaction.to(
                AuthorizationLetterExpiring.class,
                event -> tell(event.contact(), contact -> Result.of(event, contact)));
    }

    @Produces
    Reaction<AuthorizationLetterExpired> expired() {
        return Reaction.to(
                AuthorizationLetterExpired.class, event -> tell(event.contact(), contact -> Result.of(event, contact)));
    }

    private Uni<Void> tell(@Nullable LetterContact contact, Function<LetterContact, Result> result) {
        if (contact == null) {
            return Uni.createFrom().voidItem();
        }
        Result told = result.apply(contact);
        return contacts.isKept(contact.qualificationId(), contact.contactId())
                .chain(kept -> kept ? Uni.createFrom().item(true) : keepReserved(told))
                .chain(kept -> kept ? tellResult.tell(told) : Uni.createFrom().voidItem());
    }

    /** Locks the verification, as the submission does, so that one of them keeps the contact. */
    private Uni<Boolean> keepReserved(Result told) {
        return confirmPhone
                .reserved(told.contactId(), told.qualificationId())
                .chain(phone -> phone.map(number -> contacts.keep(
                                        told.qualificationId(), told.contactId(), told.accountId(), number)
                                .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
