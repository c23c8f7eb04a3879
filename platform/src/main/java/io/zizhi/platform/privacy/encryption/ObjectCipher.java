package io.zizhi.platform.privacy.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts what is kept in the object store, as a stream; the object's key is bound to the bytes, so that two objects
 * cannot be exchanged. Blocking: use it inside {@code Blocking.call}.
 */
@ApplicationScoped
public class ObjectCipher {

    private final Keysets keysets;

    ObjectCipher(Keysets keysets) {
        this.keysets = keysets;
    }

    /** What is written to the result arrives encrypted at {@code target}; closing it finishes the ciphertext. */
    public OutputStream encrypting(OutputStream target, String objectKey) throws IOException {
        try {
            return keysets.objects().newEncryptingStream(target, associatedData(objectKey));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("An object could not be encrypted: " + objectKey, failure);
        }
    }

    /** Reading fails with an {@link IOException} as soon as a segment is not what was encrypted. */
    public InputStream decrypting(InputStream source, String objectKey) throws IOException {
        try {
            return keysets.objects().newDecryptingStream(source, associatedData(objectKey));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("An object could not be decrypted: " + objectKey, failure);
        }
    }

    private static byte[] associatedData(String objectKey) {
        return objectKey.getBytes(StandardCharsets.UTF_8);
    }
}
