package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of accounts: created when an account first needs them, kept in memory for a short time, and destroyed when
 * the account is erased.
 */
@ApplicationScoped
public class AccountKeys {

    /** Accounts whose keys a replica keeps in memory, about 10 kB each. */
    private static final int CACHED = 2_000;

    private final AccountKeyRepository repository;
    private final ServiceKeys serviceKeys;
    private final Keysets shared;
    private final KeyCache cache;
    private final String service;

    AccountKeys(
            AccountKeyRepository repository,
            ServiceKeys serviceKeys,
            Keysets shared,
            EncryptionConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.repository = repository;
        this.serviceKeys = serviceKeys;
        this.shared = shared;
        this.cache = new KeyCache(CACHED, config.keyCacheLife(), System::nanoTime);
        this.service = service;
    }

    /**
     * Destroys the keys of an account in the caller's transaction, also if it has none yet. Afterwards, nothing
     * encrypted with them can be read, and nothing can be encrypted for the account. Other replicas may use keys from
     * memory for {@code zizhi.encryption.key-cache-life} after the commit.
     */
    public Uni<Void> destroy(String accountId) {
        return repository
                .destroy(accountId)
                .invoke(() -> cache.remove(accountId))
                .replaceWithVoid();
    }

    /** Returns the keys of an account, and creates them in the caller's transaction, if any, when they are missing. */
    Uni<AccountKey> of(String accountId) {
        return cache.find(accountId)
                .map(key -> Uni.createFrom().item(key))
                .orElseGet(() -> Uni.createFrom().deferred(() -> load(accountId)));
    }

    private Uni<AccountKey> load(String accountId) {
        long now = System.nanoTime();
        return repository
                .find(accountId)
                .chain(row -> row.isPresent()
                        ? Uni.createFrom().item(row)
                        : create(accountId).chain(() -> repository.find(accountId)))
                .map(row -> usable(accountId, row.orElseThrow(), now));
    }

    private Uni<Void> create(String accountId) {
        int version = serviceKeys.newestVersion();
        try {
            AccountKeyset.Wrapped wrapped =
                    AccountKeyset.generate().wrap(serviceKeys.version(version), owner(accountId));
            return repository.insert(accountId, wrapped, version);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Keys of an account could not be created", failure);
        }
    }

    private AccountKey usable(String accountId, Row row, long readAt) {
        AccountKey key = row.flag("destroyed") ? AccountKey.destroyed() : usable(unwrap(accountId, row));
        if (!row.flag("uncommitted")) {
            cache.put(accountId, key, readAt);
        }
        return key;
    }

    private AccountKeyset unwrap(String accountId, Row row) {
        Aead serviceKey = serviceKeys.version(Math.toIntExact(row.number("service_key_version")));
        try {
            return AccountKeyset.unwrap(
                    new AccountKeyset.Wrapped(row.bytes("fields"), row.bytes("objects")),
                    serviceKey,
                    owner(accountId));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The keys of account " + accountId + " cannot be used", failure);
        }
    }

    private AccountKey usable(AccountKeyset own) {
        try {
            return AccountKey.of(
                    joined(own.fields(), shared.fields()).getPrimitive(RegistryConfiguration.get(), Aead.class),
                    joined(own.objects(), shared.objects())
                            .getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The keys of an account cannot be used", failure);
        }
    }

    /** Returns a keyset that decrypts with own and shared keys, and encrypts with the one that all replicas know. */
    private KeysetHandle joined(KeysetHandle own, Optional<KeysetHandle> common) throws GeneralSecurityException {
        if (serviceKeys.sharedKeysetsInUse()) {
            return AccountKeyset.join(common.orElseThrow(AccountKeys::missing), own);
        }
        return common.isPresent() ? AccountKeyset.join(own, common.get()) : own;
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("The shared keysets are in use, but fields.json or objects.json is missing in"
                + " zizhi.encryption.directory");
    }

    private String owner(String accountId) {
        return service + "\u0000" + accountId;
    }
}
