package io.zizhi.platform.privacy.encryption;

/**
 * Encrypts again what was encrypted with earlier keys of one account, or with the shared keysets.
 *
 * @param fields decrypts with all keys and encrypts with the newest one of the account
 * @param objects the same for objects
 * @param newestObjects decrypts only what the newest key encrypted
 * @param prefix the beginning, in hexadecimal, of fields that the newest key encrypted
 */
public record NewestCipher(AccountCipher fields, ObjectCipher objects, ObjectCipher newestObjects, String prefix) {

    public boolean isDestroyed() {
        return fields.isDestroyed();
    }

    /**
     * Returns whether the newest key encrypted the field.
     *
     * @param encrypted in hexadecimal
     */
    public boolean isNewest(String encrypted) {
        return encrypted.startsWith(prefix);
    }
}
