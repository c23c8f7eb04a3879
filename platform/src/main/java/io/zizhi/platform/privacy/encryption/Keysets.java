package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The encryption keys of this service. They are read once at startup from a folder with {@code fields.json}, {@code
 * objects.json} and {@code blind-index.json} (Tink keysets in JSON). A missing key aborts the start: data is never
 * stored unencrypted instead.
 */
@Startup
@ApplicationScoped
public class Keysets {

    private final Aead fields;
    private final StreamingAead objects;
    private final PrfSet blindIndex;

    Keysets(EncryptionConfig config) {
        Path directory = config.directory();
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            PrfConfig.register();
            fields = primitive(directory.resolve("fields.json"), Aead.class);
            objects = primitive(directory.resolve("objects.json"), StreamingAead.class);
            blindIndex = primitive(directory.resolve("blind-index.json"), PrfSet.class);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The keysets in " + directory + " cannot be used", failure);
        }
    }

    Aead fields() {
        return fields;
    }

    StreamingAead objects() {
        return objects;
    }

    PrfSet blindIndex() {
        return blindIndex;
    }

    private static <P> P primitive(Path file, Class<P> kind) throws GeneralSecurityException {
        try {
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            return handle.getPrimitive(RegistryConfiguration.get(), kind);
        } catch (IOException failure) {
            throw new UncheckedIOException("The keyset " + file + " cannot be read", failure);
        }
    }
}
