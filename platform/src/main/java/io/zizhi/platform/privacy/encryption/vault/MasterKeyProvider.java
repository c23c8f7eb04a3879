package io.zizhi.platform.privacy.encryption.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.zizhi.platform.privacy.encryption.EncryptionConfig;
import io.zizhi.platform.privacy.encryption.FileMasterKey;
import io.zizhi.platform.privacy.encryption.Keysets;
import io.zizhi.platform.privacy.encryption.MasterKey;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Provides the configured master key. */
@Singleton
class MasterKeyProvider {

    private static final Logger LOG = Logger.getLogger(MasterKeyProvider.class);

    /** @param keysets registers the primitives of Tink */
    @Produces
    @Singleton
    static MasterKey masterKey(
            EncryptionConfig files, VaultConfig vault, Keysets keysets, ObjectMapper json, Blocking blocking) {
        Objects.requireNonNull(keysets);
        return vault.address()
                .<MasterKey>map(address -> new VaultTransitMasterKey(vault, address, json))
                .orElseGet(() -> inFile(
                        files.masterKeyFile().orElseGet(() -> files.directory().resolve("master.json")), blocking));
    }

    private static MasterKey inFile(Path file, Blocking blocking) {
        if (LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod")) {
            LOG.warnf("The master key is the file %s. Whoever reads it can decrypt every backup; use Vault.", file);
        }
        return new FileMasterKey(file, blocking::call);
    }
}
