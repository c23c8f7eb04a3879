package io.zizhi.platform.privacy.encryption.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.platform.privacy.encryption.EncryptionConfig;
import io.zizhi.platform.privacy.encryption.FileMasterKey;
import io.zizhi.platform.privacy.encryption.Keysets;
import io.zizhi.platform.privacy.encryption.MasterKey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Provides the configured master key. */
@Singleton
class MasterKeyProvider {

    /** @param keysets registers the primitives of Tink */
    @Produces
    @Singleton
    static MasterKey masterKey(EncryptionConfig files, VaultConfig vault, Keysets keysets, ObjectMapper json) {
        Objects.requireNonNull(keysets);
        return vault.address()
                .<MasterKey>map(address -> new VaultTransitMasterKey(vault, address, json))
                .orElseGet(() -> new FileMasterKey(
                        files.masterKeyFile().orElseGet(() -> files.directory().resolve("master.json"))));
    }
}
