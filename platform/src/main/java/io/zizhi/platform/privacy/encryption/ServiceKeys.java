package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The service keys, which encrypt the keys of the accounts. The database holds them encrypted by the master key; every
 * replica decrypts them at start and keeps them in memory. So the master key, which may be on another machine, is never
 * needed inside a transaction, and its outage stops no running replica.
 */
@ApplicationScoped
public class ServiceKeys {

    private static final Logger LOG = Logger.getLogger(ServiceKeys.class);

    private static final Duration LONGEST_WAIT_AT_START = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Before observers that encrypt or decrypt. */
    private static final int EARLY = 100;

    /**
     * What this replica knows.
     *
     * @param byVersion the usable versions
     * @param sharedInUse whether values are encrypted with the shared keysets
     * @param complete whether every version in the database could be decrypted
     */
    private record Known(NavigableMap<Integer, Aead> byVersion, boolean sharedInUse, boolean complete) {

        private Known incomplete() {
            return new Known(byVersion, sharedInUse, false);
        }
    }

    private final ServiceKeyRepository repository;
    private final MasterKey masterKey;
    private final String service;
    private final RepeatingWork work;
    private final Duration pause;
    private final CountDownLatch firstLoad = new CountDownLatch(1);
    private volatile Known known = new Known(new TreeMap<>(), true, false);

    ServiceKeys(
            Vertx vertx,
            ServiceKeyRepository repository,
            MasterKey masterKey,
            EncryptionConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        Primitives.register();
        this.repository = repository;
        this.masterKey = masterKey;
        this.service = service;
        this.pause = config.serviceKeyPause();
        this.work =
                new RepeatingWork(vertx, "Service keys", pause, () -> refresh().replaceWith(false));
    }

    /** Waits a while for the keys, so that a service that has just started can encrypt. */
    void start(@Observes @Priority(EARLY) StartupEvent event) throws InterruptedException {
        work.start();
        if (!firstLoad.await(LONGEST_WAIT_AT_START.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The service keys are not available yet. Requests that need them get 503 until they are.");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    private boolean areLoaded() {
        return !known.byVersion().isEmpty();
    }

    /** Returns whether this replica knows every version that was in the database when it last looked. */
    boolean areComplete() {
        return known.complete();
    }

    /** Returns whether values are encrypted with the keysets that all accounts share. */
    boolean sharedKeysetsInUse() {
        return known.sharedInUse();
    }

    /** Returns the version that encrypts new keys. Fails with 503 while there is none. */
    int newestVersion() {
        if (!areLoaded()) {
            throw unavailable();
        }
        return known.byVersion().lastKey();
    }

    /** Returns the key of a version. Fails with 503 if this replica does not know it yet. */
    Aead version(int version) {
        Aead key = known.byVersion().get(version);
        if (key == null) {
            throw outdated();
        }
        return key;
    }

    /** Reads the versions again soon. Returns the problem of requests until then: 503. */
    ProblemException outdated() {
        work.wake();
        return unavailable();
    }

    /** Returns after what time all replicas know a new version, with a reserve for a failed query. */
    public Duration knownEverywhereAfter() {
        return pause.multipliedBy(3);
    }

    /** Returns the newest version in the database. Needs a session. */
    public Uni<Integer> newestStored() {
        return repository.newest();
    }

    /** Fails with 503 while this replica does not know the newest version in the database. Needs a session. */
    public Uni<Void> requireNewest() {
        return newestStored().invoke(this::version).replaceWithVoid();
    }

    /** Removes all versions but the newest, in the caller's transaction. Returns false if accounts still need one. */
    public Uni<Boolean> removeUnused() {
        return repository.removeUnused();
    }

    /** Ends the use of the shared keysets for encryption, in the caller's transaction. */
    public Uni<Void> leaveSharedKeysets() {
        return repository.leaveShared();
    }

    /** Reads new versions and decrypts them. Creates the first one. */
    public Uni<Void> refresh() {
        return repository
                .all()
                .chain(rows -> rows.isEmpty()
                        ? create(1).chain(repository::all)
                        : Uni.createFrom().item(rows))
                .chain(rows -> unwrapNew(rows).onFailure().invoke(() -> known = known.incomplete()))
                .chain(keys -> repository.sharedInUse().invoke(shared -> {
                    known = new Known(keys, shared, true);
                    firstLoad.countDown();
                }))
                .replaceWithVoid();
    }

    /** Creates a version, encrypted with the newest version of the master key; does nothing if it exists. */
    public Uni<Void> create(int version) {
        return masterKey
                .wrap(newKey(), context(version))
                .chain(wrapped -> repository.insert(version, wrapped.text(), wrapped.version()));
    }

    private Uni<NavigableMap<Integer, Aead>> unwrapNew(List<Row> rows) {
        Map<Integer, Aead> before = known.byVersion();
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> unwrap(row, before))
                .collect()
                .in(HashMap<Integer, Aead>::new, (keys, key) -> keys.put(key.version(), key.aead()))
                .map(TreeMap::new);
    }

    private record VersionedKey(int version, Aead aead) {}

    private Uni<VersionedKey> unwrap(Row row, Map<Integer, Aead> before) {
        int version = Math.toIntExact(row.number("version"));
        Aead key = before.get(version);
        return key != null
                ? Uni.createFrom().item(new VersionedKey(version, key))
                : masterKey
                        .unwrap(row.text("wrapped"), context(version))
                        .map(bytes -> new VersionedKey(version, aead(bytes)));
    }

    private String context(int version) {
        return service + "\u0000service-key\u0000" + version;
    }

    private static byte[] newKey() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    InsecureSecretKeyAccess.get(),
                    RegistryConfiguration.get());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A service key could not be generated", failure);
        }
    }

    private static Aead aead(byte[] keyset) {
        try {
            return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A service key cannot be used", failure);
        }
    }

    private static ProblemException unavailable() {
        return Problems.unavailable(
                "KEYS_UNAVAILABLE", "The encryption keys are not available. Try again later.", RETRY_AFTER);
    }
}
