package io.zizhi.platform.privacy.encryption;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts the objects of one account for the object store, as a stream. The object's key is bound to the bytes, so that
 * two objects cannot be swapped. Blocking: use it inside {@code Blocking.call}.
 */
public final class ObjectCipher {

    private final AccountKey key;

    ObjectCipher(AccountKey key) {
        this.key = key;
    }

    /** Returns a stream that writes encrypted bytes to {@code target}; closing it completes the ciphertext. */
    public OutputStream encrypting(OutputStream target, String objectKey) throws IOException {
        try {
            return key.objects().newEncryptingStream(target, associatedData(objectKey));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("An object could not be encrypted: " + objectKey, failure);
        }
    }

    /** Returns a stream of decrypted bytes. Reading fails with an {@link IOException} at the first altered segment. */
    public InputStream decrypting(InputStream source, String objectKey) throws IOException {
        try {
            return key.objects().newDecryptingStream(source, associatedData(objectKey));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("An object could not be decrypted: " + objectKey, failure);
        }
    }

    private static byte[] associatedData(String objectKey) {
        return objectKey.getBytes(StandardCharsets.UTF_8);
    }
}
