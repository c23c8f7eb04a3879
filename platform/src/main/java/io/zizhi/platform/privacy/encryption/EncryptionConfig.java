package io.zizhi.platform.privacy.encryption;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the encryption keys of a service are. */
@ConfigMapping(prefix = "zizhi.encryption")
public interface EncryptionConfig {

    /**
     * Folder of the keysets {@code fields.json}, {@code objects.json} and {@code blind-index.json}, readable by this
     * service only. The files are secret. Without them all encrypted data is lost.
     */
    Path directory();
}
