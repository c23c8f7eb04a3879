package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Encrypts the masked number to which a notice was sent. The contact and its full number may be purged earlier. */
@ApplicationScoped
class NoticeSeal {

    private final AccountCiphers ciphers;

    NoticeSeal(AccountCiphers ciphers) {
        this.ciphers = ciphers;
    }

    Uni<byte[]> close(Result result, Phone phone) {
        return ciphers.forAccount(result.accountId())
                .map(cipher -> cipher.encrypt(phone.masked(), field(result.noticeKey())));
    }

    /** Returns the masked number. */
    static String open(AccountCipher cipher, byte[] recipient, String noticeKey) {
        return cipher.decrypt(recipient, field(noticeKey));
    }

    private static FieldAddress field(String noticeKey) {
        return new FieldAddress("notice", "recipient", noticeKey);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("notice", "notice_key", "text", "recipient");
    }
}
