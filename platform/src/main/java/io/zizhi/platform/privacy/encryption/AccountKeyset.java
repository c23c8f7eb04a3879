package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * The keys of one account. Each keyset may hold older keys while values are encrypted again.
 *
 * @param fields encrypts personal fields (AES-256-GCM)
 * @param objects encrypts documents, in segments of 4 KiB (AES-256-GCM)
 */
record AccountKeyset(KeysetHandle fields, KeysetHandle objects) {

    private static final HexFormat HEX = HexFormat.of();
    private static final Parameters FIELDS = PredefinedAeadParameters.AES256_GCM;

    /**
     * The JVM never replaces its slow form of GCM by the processor's instructions if it is called with a few long
     * segments: 5 MiB then take 77 ms instead of 4. Keysets with segments of 1 MiB stay readable, because each key
     * states its own.
     */
    private static final Parameters OBJECTS = PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB;

    /**
     * The keys as they are stored.
     *
     * @param fields encrypted keyset of the fields, in hexadecimal
     * @param objects encrypted keyset of the objects, in hexadecimal
     */
    record Wrapped(String fields, String objects) {}

    /** Generates new keys. */
    static AccountKeyset generate() {
        try {
            return new AccountKeyset(
                    KeysetHandle.generateNew(FIELDS, RegistryConfiguration.get()),
                    KeysetHandle.generateNew(OBJECTS, RegistryConfiguration.get()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Keys of an account could not be generated", failure);
        }
    }

    /**
     * Encrypts the keys. They can only be decrypted for the same account.
     *
     * @param owner service and account
     */
    Wrapped wrap(Aead serviceKey, String owner) throws GeneralSecurityException {
        return new Wrapped(
                wrap(fields, serviceKey, context(owner, "fields")),
                wrap(objects, serviceKey, context(owner, "objects")));
    }

    private static String wrap(KeysetHandle keys, Aead serviceKey, byte[] context) throws GeneralSecurityException {
        return HEX.formatHex(
                TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, serviceKey, context, RegistryConfiguration.get()));
    }

    static AccountKeyset unwrap(Wrapped wrapped, Aead serviceKey, String owner) throws GeneralSecurityException {
        return new AccountKeyset(
                unwrap(wrapped.fields(), serviceKey, context(owner, "fields")),
                unwrap(wrapped.objects(), serviceKey, context(owner, "objects")));
    }

    private static KeysetHandle unwrap(String keys, Aead serviceKey, byte[] context) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                HEX.parseHex(keys), serviceKey, context, RegistryConfiguration.get());
    }

    private static byte[] context(String owner, String purpose) {
        return (owner + "\u0000" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the keysets with one more key each, which only decrypts. Adds none to keysets that have several. */
    AccountKeyset withNewKeys() throws GeneralSecurityException {
        return fields.size() > 1 ? this : new AccountKeyset(withNewKey(fields, FIELDS), withNewKey(objects, OBJECTS));
    }

    private static KeysetHandle withNewKey(KeysetHandle keys, Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId())
                .build();
    }

    /** Returns the keysets whose last key encrypts. */
    AccountKeyset usingLastKeys() throws GeneralSecurityException {
        return new AccountKeyset(usingLastKey(fields), usingLastKey(objects));
    }

    private static KeysetHandle usingLastKey(KeysetHandle keys) throws GeneralSecurityException {
        KeysetHandle.Builder changed = KeysetHandle.newBuilder(keys);
        changed.getAt(changed.size() - 1).makePrimary();
        return changed.build();
    }

    /** Returns the keysets with only the keys that encrypt. */
    AccountKeyset withoutEarlierKeys() throws GeneralSecurityException {
        return new AccountKeyset(primaryOf(fields), primaryOf(objects));
    }

    private static KeysetHandle primaryOf(KeysetHandle keys) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(copy(keys.getPrimary().getKey()).makePrimary())
                .build();
    }

    /** Returns the first bytes of every field that the key encrypts, in hexadecimal. */
    String prefixOfFields() {
        return HEX.formatHex(
                ((AeadKey) fields.getPrimary().getKey()).getOutputPrefix().toByteArray());
    }

    /**
     * Returns a keyset that encrypts with the primary key of {@code first} and also decrypts with all keys of
     * {@code second}. Takes equal keys once.
     */
    static KeysetHandle join(KeysetHandle first, KeysetHandle second) throws GeneralSecurityException {
        KeysetHandle.Builder both = KeysetHandle.newBuilder(first);
        for (int i = 0; i < second.size(); i++) {
            Key key = second.getAt(i).getKey();
            if (!holds(first, key)) {
                both.addEntry(copy(key));
            }
        }
        return both.build();
    }

    private static boolean holds(KeysetHandle keys, Key key) {
        return IntStream.range(0, keys.size())
                .anyMatch(i -> keys.getAt(i).getKey().equalsKey(key));
    }

    /** Keys whose id is not part of their ciphertexts get another one. */
    private static KeysetHandle.Builder.Entry copy(Key key) {
        KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key);
        return key.getIdRequirementOrNull() == null ? entry.withRandomId() : entry;
    }
}
