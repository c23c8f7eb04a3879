package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * A master key in a file: a Tink keyset whose keys are its versions. The primary key encrypts. Whoever reads the file
 * can decrypt every backup of the database.
 */
public final class FileMasterKey implements MasterKey {

    private final Aead aead;
    private final String newest;

    /** @throws IllegalStateException if the file is no keyset of Tink */
    public FileMasterKey(Path file) {
        try {
            KeysetHandle keys = KeysetFile.read(file);
            this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.newest = Integer.toUnsignedString(keys.getPrimary().getId());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The master key in " + file + " cannot be used", failure);
        }
    }

    @Override
    public Uni<Wrapped> wrap(byte[] key, String context) {
        return Uni.createFrom().item(() -> {
            try {
                return new Wrapped(Base64.getEncoder().encodeToString(aead.encrypt(key, bytes(context))), newest);
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("A key could not be encrypted with the master key", failure);
            }
        });
    }

    @Override
    public Uni<byte[]> unwrap(String wrapped, String context) {
        return Uni.createFrom().item(() -> {
            try {
                return aead.decrypt(Base64.getDecoder().decode(wrapped), bytes(context));
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("A key could not be decrypted with the master key", failure);
            }
        });
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
