package io.zizhi.platform.privacy.encryption;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Provides the configured master key. */
@Singleton
class MasterKeyProvider {

    /** @param keysets registers the primitives of Tink */
    @Produces
    @Singleton
    static MasterKey masterKey(EncryptionConfig config, Keysets keysets) {
        return new FileMasterKey(
                config.masterKeyFile().orElseGet(() -> config.directory().resolve("master.json")));
    }
}
