package io.zizhi.notification.sender.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.ReservedAccounts;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Encrypts messages for the inbox and decrypts them for its reader, with a separate key. */
@ApplicationScoped
class InboxCipher {

    private static final String ACCOUNT = ReservedAccounts.LOCAL_INBOX;
    private static final String TABLE = "local_inbox";

    private final AccountCiphers ciphers;
    private final BlindIndex index;

    InboxCipher(AccountCiphers ciphers, BlindIndex index) {
        this.ciphers = ciphers;
        this.index = index;
    }

    /** @param phone eleven digits */
    BlindHash index(String phone) {
        return index(phone, index);
    }

    private static BlindHash index(String phone, BlindIndex index) {
        return index.of("local_inbox.phone", phone);
    }

    Uni<InboxMessage> close(Sms sms, Instant sentAt) {
        String phone = sms.to().reveal();
        return ciphers.forAccount(ACCOUNT)
                .map(cipher -> new InboxMessage(
                        sms.messageId(),
                        index(phone).stored(),
                        cipher.encrypt(phone, field("phone", sms.messageId())),
                        cipher.encrypt(sms.text(), field("text", sms.messageId())),
                        sms.template(),
                        sentAt));
    }

    Uni<List<InboxMessageView>> open(List<InboxMessage> messages) {
        return ciphers.forAccount(ACCOUNT)
                .map(cipher -> messages.stream()
                        .map(message -> InboxMessageView.from(
                                message,
                                cipher.decrypt(message.encryptedPhone(), field("phone", message.id())),
                                cipher.decrypt(message.encryptedText(), field("text", message.id()))))
                        .toList());
    }

    private static FieldAddress field(String column, String id) {
        return new FieldAddress(TABLE, column, id);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable(BlindIndex index) {
        return EncryptedTable.of("local_inbox", "message_id", "text", "phone", "text")
                .ofAccount(ACCOUNT)
                .hashed("phone", "phone_index", phone -> index(phone, index));
    }
}
