package io.zizhi.faults.evidence.collection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import io.zizhi.faults.evidence.Row;
import io.zizhi.local.layout.Service;
import io.zizhi.local.state.Keysets;
import io.zizhi.local.suite.Infrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The keys that decrypt objects, computed from the database of document-service and the files of its master key without
 * any code of the service: an object is encrypted with the key of its account, which a service key encrypts, which the
 * master key encrypts.
 */
final class ObjectKeys {

    private static final String SERVICE = Service.DOCUMENT.module();

    private static final String SERVICE_KEYS = "select version, wrapped from service_key";

    private static final String ACCOUNT_KEYS = """
            select account_id, encode(objects, 'hex') as objects, service_key_version as version
            from account_key where objects is not null
            """;

    private static final String OWNERS = "select object_key, account_id from document";

    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, StreamingAead> byAccount = new HashMap<>();
    private final StreamingAead shared;

    private ObjectKeys(StreamingAead shared) {
        this.shared = shared;
    }

    static ObjectKeys of(Infrastructure infrastructure) {
        Path keysets = infrastructure.encryptionDirectory(SERVICE);
        DatabaseDump database = new DatabaseDump(infrastructure.database(SERVICE));
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            ObjectKeys keys = new ObjectKeys(read(keysets.resolve(Keysets.OBJECTS), StreamingAead.class));
            keys.unwrap(database, read(keysets.resolve(Keysets.MASTER), Aead.class));
            return keys;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("The keys of the objects cannot be read", failure);
        }
    }

    private void unwrap(DatabaseDump database, Aead masterKey) throws GeneralSecurityException {
        Map<Long, Aead> serviceKeys = new HashMap<>();
        for (Row row : database.all(SERVICE_KEYS)) {
            byte[] keyset = masterKey.decrypt(
                    Base64.getDecoder().decode(row.text("wrapped")),
                    context(SERVICE, "service-key", row.text("version")));
            serviceKeys.put(
                    row.number("version"),
                    TinkProtoKeysetFormat.parseKeyset(
                                    keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
                            .getPrimitive(RegistryConfiguration.get(), Aead.class));
        }
        for (Row row : database.all(ACCOUNT_KEYS)) {
            Aead serviceKey = serviceKeys.get(row.number("version"));
            if (serviceKey == null) {
                throw new GeneralSecurityException("There is no service key for " + row);
            }
            KeysetHandle keyset = TinkProtoKeysetFormat.parseEncryptedKeyset(
                    HexFormat.of().parseHex(row.text("objects")),
                    serviceKey,
                    context(SERVICE, row.text("account_id"), "objects"),
                    RegistryConfiguration.get());
            byAccount.put(
                    row.text("account_id"), keyset.getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
        }
        database.all(OWNERS).forEach(row -> owners.put(row.text("object_key"), row.text("account_id")));
    }

    /** Returns the keys that may decrypt an object. The owner of an object without a row is unknown. */
    List<StreamingAead> candidates(String objectKey) {
        List<StreamingAead> keys = new ArrayList<>();
        StreamingAead own = byAccount.get(owners.getOrDefault(objectKey, ""));
        if (own == null) {
            keys.addAll(byAccount.values());
        } else {
            keys.add(own);
        }
        keys.add(shared);
        return keys;
    }

    private static byte[] context(String... parts) {
        return String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static <P> P read(Path file, Class<P> primitive) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), primitive);
    }
}
