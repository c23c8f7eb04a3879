package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.security.GeneralSecurityException;

/** The primitives of Tink that this package uses. */
final class Primitives {

    private Primitives() {}

    /** Registers the primitives with Tink. Every class that reads keysets at startup calls this, in any order. */
    static void register() {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Tink cannot be used", failure);
        }
    }
}
