package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The keys of one account. Each keyset may hold older keys while values are encrypted again.
 *
 * @param fields encrypts personal fields (AES-256-GCM)
 * @param objects encrypts documents, in segments of 1 MiB (AES-256-GCM)
 */
record AccountKeyset(KeysetHandle fields, KeysetHandle objects) {

    /**
     * The keys as they are stored.
     *
     * @param fields encrypted keyset of the fields
     * @param objects encrypted keyset of the objects
     */
    record Wrapped(byte[] fields, byte[] objects) {}

    /** Generates new keys. */
    static AccountKeyset generate() throws GeneralSecurityException {
        return new AccountKeyset(
                generate(PredefinedAeadParameters.AES256_GCM),
                generate(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB));
    }

    private static KeysetHandle generate(Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
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

    private static byte[] wrap(KeysetHandle keys, Aead serviceKey, byte[] context) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keys, serviceKey, context, RegistryConfiguration.get());
    }

    static AccountKeyset unwrap(Wrapped wrapped, Aead serviceKey, String owner) throws GeneralSecurityException {
        return new AccountKeyset(
                unwrap(wrapped.fields(), serviceKey, context(owner, "fields")),
                unwrap(wrapped.objects(), serviceKey, context(owner, "objects")));
    }

    private static KeysetHandle unwrap(byte[] keys, Aead serviceKey, byte[] context) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(keys, serviceKey, context, RegistryConfiguration.get());
    }

    private static byte[] context(String owner, String purpose) {
        return (owner + "\u0000" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a keyset that encrypts with the primary key of {@code first} and also decrypts with all keys of
     * {@code second}.
     */
    static KeysetHandle join(KeysetHandle first, KeysetHandle second) throws GeneralSecurityException {
        KeysetHandle.Builder both = KeysetHandle.newBuilder(first);
        for (int i = 0; i < second.size(); i++) {
            both.addEntry(copy(second.getAt(i).getKey()));
        }
        return both.build();
    }

    /** Keys whose id is not part of their ciphertexts get another one. */
    private static KeysetHandle.Builder.Entry copy(Key key) {
        KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key);
        return key.getIdRequirementOrNull() == null ? entry.withRandomId() : entry;
    }
}
