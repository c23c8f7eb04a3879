package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A master key in files: a Tink keyset that encrypts, for example {@code master.json}, and earlier versions beside it,
 * {@code master-….json}, which only decrypt. Deleting such a file destroys its version. Anyone who can read the
 * files can decrypt every backup of the database.
 */
public final class FileMasterKey implements MasterKey {

    private final Aead aead;
    private final String newest;

    /** @throws IllegalStateException if the file is not a Tink keyset */
    public FileMasterKey(Path file) {
        try {
            Primitives.register();
            KeysetHandle keys = KeysetFile.read(file);
            for (Path earlier : earlierThan(file)) {
                keys = AccountKeyset.join(keys, KeysetFile.read(earlier));
            }
            this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.newest = Integer.toUnsignedString(keys.getPrimary().getId());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The master key in " + file + " cannot be used", failure);
        }
    }

    private static List<Path> earlierThan(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        String pattern = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "") + "-*.json";
        List<Path> earlier = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            found.forEach(earlier::add);
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder of the master key " + file + " cannot be read", failure);
        }
        return earlier;
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
