package io.zizhi.e2e.erasure;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import io.zizhi.e2e.erasure.Dump.DumpedRow;
import io.zizhi.local.layout.Service;
import io.zizhi.local.state.Keysets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every key of an account that can be computed from tables of keys and the files of the master keys, without any code of
 * the services. It tries them on everything.
 */
final class Keyring {

    private final String account;
    private final Map<String, List<Aead>> fields = new HashMap<>();
    private final List<StreamingAead> objects = new ArrayList<>();

    private Keyring(String account) {
        this.account = account;
    }

    /**
     * @param keys contains the tables of keys
     * @param keysets returns the folder with the master key of a service
     */
    static Keyring of(String account, Dump keys, Function<String, Path> keysets) {
        Keyring ring = new Keyring(account);
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            for (String service : Service.modules()) {
                ring.add(service, keys, keysets.apply(service));
            }
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("The keys cannot be read", failure);
        }
        return ring;
    }

    private void add(String service, Dump keys, Path folder) throws IOException, GeneralSecurityException {
        List<Aead> ofService = fields.computeIfAbsent(service, ignored -> new ArrayList<>());
        ofService.add(read(folder.resolve(Keysets.FIELDS), Aead.class));
        objects.add(read(folder.resolve(Keysets.OBJECTS), StreamingAead.class));
        Aead master = read(folder.resolve(Keysets.MASTER), Aead.class);
        for (DumpedRow serviceKey : keys.table(service, "service_key")) {
            Optional<Aead> usable = unwrap(serviceKey, master, service);
            if (usable.isEmpty()) {
                continue;
            }
            for (DumpedRow row : keys.table(service, "account_key")) {
                if (row.text("account_id").equals(account)
                        && row.text("service_key_version").equals(serviceKey.text("version"))) {
                    ofService.add(unwrap(row, "fields", usable.get(), service)
                            .getPrimitive(RegistryConfiguration.get(), Aead.class));
                    objects.add(unwrap(row, "objects", usable.get(), service)
                            .getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
                }
            }
        }
    }

    private static Optional<Aead> unwrap(DumpedRow serviceKey, Aead master, String service)
            throws GeneralSecurityException {
        byte[] keyset;
        try {
            keyset = master.decrypt(
                    Base64.getDecoder().decode(serviceKey.text("wrapped")),
                    data(service, "service-key", serviceKey.text("version")));
        } catch (GeneralSecurityException otherMasterKey) {
            return Optional.empty();
        }
        return Optional.of(
                TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
                        .getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    private KeysetHandle unwrap(DumpedRow row, String purpose, Aead serviceKey, String service)
            throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                Objects.requireNonNull(row.bytes(purpose)),
                serviceKey,
                data(service, account, purpose),
                RegistryConfiguration.get());
    }

    private static <P> P read(Path file, Class<P> primitive) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), primitive);
    }

    /** Decrypts every value of the account that can be decrypted, as one text. */
    String fieldsOf(Dump dump) {
        StringBuilder plain = new StringBuilder();
        dump.rows()
                .forEach((service, rows) -> rows.forEach(row -> row.values().forEach((column, value) -> {
                    if (value instanceof byte[] encrypted && encrypted.length > 0) {
                        decrypt(service, row, column, encrypted)
                                .ifPresent(text -> plain.append(text).append('\n'));
                    }
                })));
        return plain.toString();
    }

    /**
     * Tries all keys. The ciphertext is bound to service, account, table, column and primary key; the primary key may
     * be any column, or two of them joined by a slash.
     */
    private Optional<String> decrypt(String service, DumpedRow row, String column, byte[] encrypted) {
        List<String> texts = row.values().values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.length() <= 100)
                .toList();
        List<String> ids = new ArrayList<>(texts);
        texts.forEach(first -> texts.forEach(second -> ids.add(first + "/" + second)));
        for (Aead key : fields.getOrDefault(service, List.of())) {
            for (String id : ids) {
                try {
                    return Optional.of(new String(
                            key.decrypt(encrypted, data(service, account, row.table(), column, id)),
                            StandardCharsets.UTF_8));
                } catch (GeneralSecurityException wrong) {
                    // the next id or key
                }
            }
        }
        return Optional.empty();
    }

    /** Decrypts every object that can be decrypted. */
    List<byte[]> objectsOf(Dump dump) {
        List<byte[]> plain = new ArrayList<>();
        dump.objects().forEach((objectKey, encrypted) -> {
            for (StreamingAead key : objects) {
                try (InputStream bytes = key.newDecryptingStream(
                        new ByteArrayInputStream(encrypted), objectKey.getBytes(StandardCharsets.UTF_8))) {
                    plain.add(bytes.readAllBytes());
                    return;
                } catch (IOException | GeneralSecurityException wrong) {
                    // the next key
                }
            }
        });
        return plain;
    }

    private static byte[] data(String... parts) {
        return String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
    }
}
