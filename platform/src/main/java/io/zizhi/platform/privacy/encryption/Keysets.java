package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The keysets of this service that are files, read once at startup (Tink keysets in JSON). {@code blind-index.json} is
 * the first key of blind indexes ({@link IndexKeys}). {@code fields.json} and {@code objects.json} are the keysets that
 * all accounts shared before they had own keys.
 */
@Startup
@ApplicationScoped
public class Keysets {

    private final Optional<KeysetHandle> fields;
    private final Optional<KeysetHandle> objects;
    private final Optional<PrfSet> blindIndex;

    Keysets(EncryptionConfig config) {
        Path directory = config.directory();
        try {
            Primitives.register();
            fields = KeysetFile.find(directory.resolve("fields.json"));
            objects = KeysetFile.find(directory.resolve("objects.json"));
            Optional<KeysetHandle> first = KeysetFile.find(directory.resolve("blind-index.json"));
            blindIndex = first.isPresent()
                    ? Optional.of(first.get().getPrimitive(RegistryConfiguration.get(), PrfSet.class))
                    : Optional.empty();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The keysets in " + directory + " cannot be used", failure);
        }
    }

    /** Returns the shared keyset of fields; empty if the installation never had one. */
    Optional<KeysetHandle> fields() {
        return fields;
    }

    /** Returns the shared keyset of objects; empty if the installation never had one. */
    Optional<KeysetHandle> objects() {
        return objects;
    }

    /** Returns the first key of blind indexes; empty if it was replaced and deleted. */
    Optional<PrfSet> blindIndex() {
        return blindIndex;
    }
}
