package io.zizhi.local.state;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The encryption keysets of one service of a local installation: Tink keysets in clear JSON, protected by file
 * permissions only. In production they come from a secret store. Without them, no encrypted field or object can be read.
 */
public final class Keysets {

    /** Encrypts the keys that encrypt the keys of accounts. */
    public static final String MASTER = "master.json";

    /** Encrypts personal fields of accounts without an own key. The previous version knows no other key. */
    public static final String FIELDS = "fields.json";

    /**
     * Encrypts documents of accounts without an own key, in segments of 4 KiB like the keys of accounts. The JVM is much
     * slower with long segments. Existing keysets keep their segments, because each key states its own.
     */
    public static final String OBJECTS = "objects.json";

    /** Makes equal field values searchable without storing them. */
    public static final String BLIND_INDEX = "blind-index.json";

    /** File with the key that signs the audit anchors of a service. */
    public static final String ANCHORS = "anchors.key";

    private static final int ANCHOR_KEY_BYTES = 32;

    private Keysets() {}

    /**
     * Creates missing keysets of a service, and returns their folder. Services have different keysets, unless they
     * shared those in {@code folder} before.
     */
    public static Path of(String service, Path folder) {
        Path own = PrivateFiles.folder(folder.resolve(service));
        for (String name : List.of(FIELDS, OBJECTS, BLIND_INDEX)) {
            Path before = folder.resolve(name);
            if (Files.exists(before)) {
                PrivateFiles.createOnce(own.resolve(name), () -> read(before));
            }
        }
        return in(own);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Creates missing keysets in {@code folder}, and returns the folder. */
    public static Path in(Path folder) {
        createOnce(folder.resolve(MASTER), PredefinedAeadParameters.AES256_GCM);
        createOnce(folder.resolve(FIELDS), PredefinedAeadParameters.AES256_GCM);
        createOnce(folder.resolve(OBJECTS), PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB);
        createOnce(folder.resolve(BLIND_INDEX), PredefinedPrfParameters.HMAC_SHA256_PRF);
        return folder;
    }

    /** Returns the key in {@code folder} that signs the audit anchors of a service: 32 random bytes in Base64. */
    public static String anchorKey(Path folder) {
        return PrivateFiles.createOnce(folder.resolve(ANCHORS), Keysets::randomKey);
    }

    private static String randomKey() {
        byte[] key = new byte[ANCHOR_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static void createOnce(Path file, Parameters parameters) {
        PrivateFiles.createOnce(file, () -> generate(parameters));
    }

    private static String generate(Parameters parameters) {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            PrfConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters, RegistryConfiguration.get()),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink could not make a key for " + parameters, e);
        }
    }
}
