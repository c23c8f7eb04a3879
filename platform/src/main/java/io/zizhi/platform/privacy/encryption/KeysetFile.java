package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Reads Tink keysets in clear JSON. */
final class KeysetFile {

    private KeysetFile() {}

    static KeysetHandle read(Path file) throws GeneralSecurityException {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (IOException failure) {
            throw new UncheckedIOException("The keyset " + file + " cannot be read", failure);
        }
    }

    /** Returns empty if the file does not exist. */
    static Optional<KeysetHandle> find(Path file) throws GeneralSecurityException {
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }
}
