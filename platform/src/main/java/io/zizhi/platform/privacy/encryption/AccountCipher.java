package io.zizhi.platform.privacy.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts the personal fields of one account. Needs no I/O. Load it once per use case. */
public final class AccountCipher {

    private final AccountKey key;
    private final String service;
    private final String accountId;

    AccountCipher(AccountKey key, String service, String accountId) {
        this.key = key;
        this.service = service;
        this.accountId = accountId;
    }

    /** Returns whether the keys of the account were destroyed; then every other method fails for values. */
    public boolean isDestroyed() {
        return key.isDestroyed();
    }

    /** Fails with the problem {@code ACCOUNT_ERASED} if the keys of the account were destroyed. */
    public byte[] encrypt(String plain, FieldAddress address) {
        try {
            return key.fields().encrypt(plain.getBytes(StandardCharsets.UTF_8), associatedData(address));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A field could not be encrypted: " + address, failure);
        }
    }

    /** Encrypts an optional value; null stays null. */
    public byte @Nullable [] encryptOrNull(@Nullable String plain, FieldAddress address) {
        return plain == null ? null : encrypt(plain, address);
    }

    /**
     * Fails with the problem {@code ACCOUNT_ERASED} if the keys of the account were destroyed.
     *
     * @throws IllegalStateException if the bytes were not encrypted for this account and address
     */
    public String decrypt(byte[] encrypted, FieldAddress address) {
        try {
            return new String(key.fields().decrypt(encrypted, associatedData(address)), StandardCharsets.UTF_8);
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
