package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Stores, decrypts and purges contact numbers. Runs in the caller's transaction. */
@ApplicationScoped
class Contacts {

    private final ContactRepository contacts;
    private final AccountCiphers ciphers;
    private final Clock clock;

    Contacts(ContactRepository contacts, AccountCiphers ciphers, Clock clock) {
        this.contacts = contacts;
        this.ciphers = ciphers;
        this.clock = clock;
    }

    Uni<Void> store(long qualificationId, String contactId, String accountId, Phone phone) {
        String key = Contact.key(qualificationId, contactId);
        return contacts.findById(key)
                .onItem()
                .ifNull()
                .switchTo(() -> ciphers.forAccount(accountId)
                        .map(cipher -> cipher.encrypt(phone.reveal(), field(key)))
                        .map(closed -> new Contact(key, qualificationId, accountId, closed, clock.instant()))
                        .chain(contacts::persist))
                .replaceWithVoid();
    }

    /**
     * Decrypts the number. Fails if no submission stored this contact; the failure parks the qualification's events.
     */
    Uni<Phone> open(long qualificationId, String contactId) {
        String key = Contact.key(qualificationId, contactId);
        return contacts.findById(key)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("No contact " + key))
                .chain(contact -> ciphers.forAccount(contact.accountId())
                        .map(cipher -> Phone.of(cipher.decrypt(contact.encryptedPhone(), field(key)))));
    }

    /** Returns whether the number is stored. A number is purged with its qualification. */
    Uni<Boolean> isStored(long qualificationId, String contactId) {
        return contacts.count("key", Contact.key(qualificationId, contactId)).map(found -> found > 0);
    }

    Uni<Void> erase(long qualificationId) {
        return contacts.eraseOf(qualificationId).replaceWithVoid();
    }

    private static FieldAddress field(String key) {
        return new FieldAddress("contact", "phone", key);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("contact", "contact_key", "text", "phone");
    }
}
