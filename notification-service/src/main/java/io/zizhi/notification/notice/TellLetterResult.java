package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.LetterContact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of a letter to the contact of a qualification for the same company. Nobody is told where the letter
 * was decided with its qualification, whose own notice says it, where no qualification names anybody, and where that
 * qualification was deleted meanwhile, and its contact forgotten with it.
 */
@ApplicationScoped
class TellLetterResult {

    private final Contacts contacts;
    private final TellResult tellResult;

    @Inject
    TellLetterResult(Contacts contacts, TellResult tellResult) {
        this.contacts = contacts;
        this.tellResult = tellResult;
    }

    Uni<Void> tell(@Nullable LetterContact contact, Function<LetterContact, Result> result) {
        if (contact == null) {
            return Uni.createFrom().voidItem();
        }
        return contacts.isKept(contact.qualificationId(), contact.contactId())
                .chain(kept -> kept
                        ? tellResult.tell(result.apply(contact))
                        : Uni.createFrom().voidItem());
    }
}
