package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

/**
 * The keys of accounts: created when an account first needs them, kept in memory for a short time, and destroyed when
 * the account is erased.
 */
@ApplicationScoped
public class AccountKeys {

    private static final Logger LOG = Logger.getLogger(AccountKeys.class);

    /** Code of problems with erased accounts. */
    public static final String ACCOUNT_ERASED = "ACCOUNT_ERASED";

    /** Accounts whose keys a replica keeps in memory, about 10 kB each. */
    private static final int CACHED = 2_000;

    /** SQLSTATE. */
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final AccountKeyRepository repository;
    private final ServiceKeys serviceKeys;
    private final Keysets shared;
    private final KeyCache cache;
    private final Duration cacheLife;
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
        this.cacheLife = config.keyCacheLife();
        this.cache = new KeyCache(CACHED, cacheLife, System::nanoTime);
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

    /**
     * Result of encrypting keys again.
     *
     * @param wrapped accounts whose keys the newest service key encrypts now
     * @param damaged accounts whose keys cannot be decrypted and were set aside
     */
    public record Rewrapped(int wrapped, int damaged) {}

    /**
     * Encrypts the keys of some accounts with the newest service key, in the caller's transaction. Sets damaged ones
     * aside. Returns zeros when none is left.
     */
    public Uni<Rewrapped> wrapAgain(int limit) {
        int newest = serviceKeys.newestVersion();
        return repository.lockOutdated(newest, limit).chain(rows -> wrapAgain(rows, newest));
    }

    private Uni<Rewrapped> wrapAgain(List<Row> rows, int version) {
        Aead serviceKey = serviceKeys.version(version);
        Map<String, AccountKeyset.Wrapped> wrapped = new HashMap<>();
        List<String> damaged = new ArrayList<>();
        for (Row row : rows) {
            String accountId = row.text("account_id");
            try {
                wrapped.put(accountId, wrap(unwrap(accountId, row), serviceKey, accountId));
            } catch (UnusableKeysException failure) {
                LOG.warn(failure.getMessage());
                damaged.add(accountId);
            }
        }
        return (wrapped.isEmpty() ? Uni.createFrom().item(0) : repository.replace(wrapped, version))
                .chain(() -> setAside(damaged))
                .replaceWith(new Rewrapped(wrapped.size(), damaged.size()));
    }

    /**
     * Marks damaged keys, in the caller's transaction. Work on keys leaves them out, and their service key stays, until
     * an operator restores or destroys them.
     */
    public Uni<Void> setAside(List<String> accounts) {
        return accounts.isEmpty()
                ? Uni.createFrom().voidItem()
                : repository.setAside(accounts).replaceWithVoid();
    }

    /**
     * Takes keys back that were set aside and can be decrypted again, in the caller's transaction. Returns empty if the
     * keys of the account were not set aside, false if they are still damaged.
     */
    public Uni<Optional<Boolean>> takeBack(String accountId) {
        return areUsableAgain(accountId)
                .call(usable -> usable.orElse(false)
                        ? repository.takeBack(accountId)
                        : Uni.createFrom().voidItem());
    }

    /**
     * Locks keys that were set aside, in the caller's transaction, and returns whether they can be decrypted again.
     * Returns empty if the keys of the account were not set aside.
     */
    public Uni<Optional<Boolean>> areUsableAgain(String accountId) {
        return repository.lockDamaged(accountId).map(row -> row.map(found -> isUsable(accountId, found)));
    }

    private boolean isUsable(String accountId, Row row) {
        try {
            usable(accountId, unwrap(accountId, row));
            return true;
        } catch (UnusableKeysException damaged) {
            return false;
        }
    }

    private AccountKeyset.Wrapped wrap(AccountKeyset keys, Aead serviceKey, String accountId) {
        try {
            return keys.wrap(serviceKey, owner(accountId));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The keys of account " + accountId + " cannot be encrypted", failure);
        }
    }

    /** Returns how long a replica uses keys from memory. */
    public Duration cacheLife() {
        return cacheLife;
    }

    /**
     * Returns a cipher with the keys that are in the database now. Creates missing ones. Fails with
     * {@link UnusableKeysException} if they are damaged.
     */
    public Uni<NewestCipher> newest(String accountId) {
        return stored(accountId)
                .map(row -> row.flag("destroyed")
                        ? newest(accountId, AccountKey.destroyed(), AccountKey.destroyed(), "")
                        : newest(accountId, unwrap(accountId, row)));
    }

    private NewestCipher newest(String accountId, AccountKeyset own) {
        try {
            AccountKey all =
                    usable(beforeShared(own.fields(), shared.fields()), beforeShared(own.objects(), shared.objects()));
            AccountKeyset last = own.withoutEarlierKeys();
            return newest(accountId, all, usable(last.fields(), last.objects()), own.prefixOfFields());
        } catch (GeneralSecurityException failure) {
            throw new UnusableKeysException(accountId, failure);
        }
    }

    private NewestCipher newest(String accountId, AccountKey all, AccountKey last, String prefix) {
        return new NewestCipher(
                new AccountCipher(all, service, accountId), new ObjectCipher(all), new ObjectCipher(last), prefix);
    }

    /**
     * Adds keys that only decrypt, in the caller's transaction. Returns false if the account has no keys or they were
     * destroyed.
     */
    public Uni<Boolean> addNewKeys(String accountId) {
        return change(accountId, AccountKeyset::withNewKeys);
    }

    /** Encrypts with the added keys from now on. */
    public Uni<Boolean> useNewKeys(String accountId) {
        return change(accountId, AccountKeyset::usingLastKeys);
    }

    /** Removes all keys but those that encrypt. What they encrypted is lost. */
    public Uni<Boolean> dropEarlierKeys(String accountId) {
        return change(accountId, AccountKeyset::withoutEarlierKeys);
    }

    private interface Change {
        AccountKeyset of(AccountKeyset keys) throws GeneralSecurityException;
    }

    private Uni<Boolean> change(String accountId, Change change) {
        int version = serviceKeys.newestVersion();
        return repository
                .lock(accountId)
                .chain(row -> row.isEmpty()
                        ? Uni.createFrom().item(0)
                        : repository.replace(
                                Map.of(accountId, changed(accountId, row.get(), change, version)), version))
                .invoke(() -> cache.remove(accountId))
                .map(rows -> rows == 1);
    }

    private AccountKeyset.Wrapped changed(String accountId, Row row, Change change, int version) {
        try {
            return wrap(change.of(unwrap(accountId, row)), serviceKeys.version(version), accountId);
        } catch (GeneralSecurityException failure) {
            throw new UnusableKeysException(accountId, failure);
        }
    }

    /** Returns the keys of an account, and creates them in the caller's transaction, if any, when they are missing. */
    Uni<AccountKey> of(String accountId) {
        return cache.find(accountId)
                .map(key -> Uni.createFrom().item(key))
                .orElseGet(() -> Uni.createFrom().deferred(() -> load(accountId)));
    }

    private Uni<AccountKey> load(String accountId) {
        long now = System.nanoTime();
        return stored(accountId).map(row -> usable(accountId, row, now));
    }

    private Uni<Row> stored(String accountId) {
        return repository
                .find(accountId)
                .chain(row -> row.isPresent()
                        ? Uni.createFrom().item(row)
                        : create(accountId).chain(() -> repository.find(accountId)))
                .map(Optional::orElseThrow);
    }

    private Uni<Void> create(String accountId) {
        int version = serviceKeys.newestVersion();
        return repository
                .insert(accountId, wrap(AccountKeyset.generate(), serviceKeys.version(version), accountId), version)
                .onFailure(AccountKeys::isForeignKey)
                .transform(removed -> serviceKeys.outdated());
    }

    /** Returns whether the service key of this replica was replaced and removed. */
    private static boolean isForeignKey(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCException sql && FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private AccountKey usable(String accountId, Row row, long readAt) {
        AccountKey key = row.flag("destroyed") ? AccountKey.destroyed() : usable(accountId, unwrap(accountId, row));
        if (!row.flag("uncommitted")) {
            cache.put(accountId, key, readAt);
        }
        return key;
    }

    private AccountKeyset unwrap(String accountId, Row row) {
        Aead serviceKey = serviceKeys.version(Math.toIntExact(row.number("service_key_version")));
        try {
            return AccountKeyset.unwrap(
                    new AccountKeyset.Wrapped(row.text("fields"), row.text("objects")), serviceKey, owner(accountId));
        } catch (GeneralSecurityException failure) {
            throw new UnusableKeysException(accountId, failure);
        }
    }

    private AccountKey usable(String accountId, AccountKeyset own) {
        try {
            return usable(joined(own.fields(), shared.fields()), joined(own.objects(), shared.objects()));
        } catch (GeneralSecurityException failure) {
            throw new UnusableKeysException(accountId, failure);
        }
    }

    private static AccountKey usable(KeysetHandle fields, KeysetHandle objects) throws GeneralSecurityException {
        return AccountKey.of(
                fields.getPrimitive(RegistryConfiguration.get(), Aead.class),
                objects.getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
    }

    /** Returns a keyset that decrypts with own and shared keys, and encrypts with the one that all replicas know. */
    private KeysetHandle joined(KeysetHandle own, Optional<KeysetHandle> common) throws GeneralSecurityException {
        return serviceKeys.sharedKeysetsInUse()
                ? AccountKeyset.join(common.orElseThrow(AccountKeys::missing), own)
                : beforeShared(own, common);
    }

    private static KeysetHandle beforeShared(KeysetHandle own, Optional<KeysetHandle> common)
            throws GeneralSecurityException {
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
