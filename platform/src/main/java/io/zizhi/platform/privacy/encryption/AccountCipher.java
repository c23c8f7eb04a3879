package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts the personal fields of one account. Needs no I/O. Load it once per use case. */
public final class AccountCipher {

    private final Aead aead;
    private final String service;
    private final String accountId;

    AccountCipher(Aead aead, String service, String accountId) {
        this.aead = aead;
        this.service = service;
        this.accountId = accountId;
    }

    public byte[] encrypt(String plain, FieldAddress address) {
        try {
            return aead.encrypt(plain.getBytes(StandardCharsets.UTF_8), associatedData(address));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A field could not be encrypted: " + address, failure);
        }
    }

    /** Encrypts an optional value; null stays null. */
    public byte @Nullable [] encryptOrNull(@Nullable String plain, FieldAddress address) {
        return plain == null ? null : encrypt(plain, address);
    }

    /** @throws IllegalStateException if the bytes were not encrypted for this account and address */
    public String decrypt(byte[] encrypted, FieldAddress address) {
        try {
            return new String(aead.decrypt(encrypted, associatedData(address)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A field could not be decrypted: " + address, failure);
        }
    }

    /** Decrypts an optional value; null stays null. */
    public @Nullable String decryptOrNull(byte @Nullable [] encrypted, FieldAddress address) {
        return encrypted == null ? null : decrypt(encrypted, address);
    }

    private byte[] associatedData(FieldAddress address) {
        String data = String.join("\u0000", service, accountId, address.table(), address.column(), address.row());
        return data.getBytes(StandardCharsets.UTF_8);
    }
}
