package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of blind indexes. Version 0 is the file {@code blind-index.json}; the database holds later ones, encrypted by
 * the service key. Every replica keeps them in memory and searches with all of them. It stores hashes of one of them.
 */
@ApplicationScoped
public class IndexKeys {

    private static final Logger LOG = Logger.getLogger(IndexKeys.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final Duration LONGEST_WAIT_AT_START = Duration.ofSeconds(10);

    /** After {@link ServiceKeys}, which decrypt these keys, and before observers that compute hashes. */
    private static final int EARLY = 101;

    private static final int FILE = 0;

    /**
     * What this replica knows.
     *
     * @param byVersion all keys, oldest first
     * @param inUse the key whose hashes are stored
     * @param readAt when the query began, like {@link System#nanoTime}
     */
    record Known(NavigableMap<Integer, PrfSet> byVersion, PrfSet inUse, long readAt) {}

    private final IndexKeyRepository repository;
    private final ServiceKeys serviceKeys;
    private final Keysets files;
    private final String service;
    private final RepeatingWork work;
    private final Duration reserve;
    private final Duration longestAge;
    private final LongSupplier nanoTime;
    private final CountDownLatch firstLoad = new CountDownLatch(1);
    private volatile @Nullable Known known;
    private volatile boolean complete;
    private volatile boolean unusable;

    @Inject
    IndexKeys(
            Vertx vertx,
            IndexKeyRepository repository,
            ServiceKeys serviceKeys,
            Keysets files,
            EncryptionConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this(vertx, repository, serviceKeys, files, config, service, System::nanoTime);
    }

    IndexKeys(
            Vertx vertx,
            IndexKeyRepository repository,
            ServiceKeys serviceKeys,
            Keysets files,
            EncryptionConfig config,
            String service,
            LongSupplier nanoTime) {
        this.repository = repository;
        this.serviceKeys = serviceKeys;
        this.files = files;
        this.service = service;
        this.reserve = config.indexKeyReserve();
        this.longestAge = serviceKeys.knownEverywhereAfter().plus(reserve);
        this.nanoTime = nanoTime;
        this.work = new RepeatingWork(
                vertx,
                "Keys of blind indexes",
                config.serviceKeyPause(),
                () -> refresh().replaceWith(false));
    }

    /**
     * Waits a while for the keys, so that a service that has just started can search. Not after {@link ServiceKeys} has
     * waited in vain.
     */
    void start(@Observes @Priority(EARLY) StartupEvent event) throws InterruptedException {
        work.start();
        if (serviceKeys.areComplete() && !firstLoad.await(LONGEST_WAIT_AT_START.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn(
                    "The keys of blind indexes are not available yet. Requests that need them get 503 until they are.");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Returns whether this replica knew every key in the database when it last looked. */
    boolean areComplete() {
        return complete;
    }

    /**
     * Returns all keys. Fails with 503 while they are not loaded, and when they were read so long ago that another
     * replica may store hashes of a key that this one does not know. The cause is then an outage of the database, unless
     * it answered with keys that this replica cannot use.
     */
    Known known() {
        Known now = known;
        if (now != null && nanoTime.getAsLong() - now.readAt() <= longestAge.toNanos()) {
            return now;
        }
        throw now == null || unusable ? serviceKeys.outdated() : Problems.outage();
    }

    /** Returns the time for which replicas use keys beyond the time in which new keys spread. Replacements wait for it. */
    public Duration reserve() {
        return reserve;
    }

    /** Reads the keys again. */
    public Uni<Void> refresh() {
        return Uni.createFrom().deferred(() -> refresh(nanoTime.getAsLong()));
    }

    private Uni<Void> refresh(long now) {
        return repository
                .all()
                .call(rows -> rows.stream().anyMatch(row -> row.flag("outlived"))
                        ? repository.purge()
                        : Uni.createFrom().voidItem())
                .invoke(rows -> read(rows, now))
                .onFailure()
                .invoke(() -> complete = false)
                .replaceWithVoid();
    }

    /** Does nothing if a query that began later has ended first. */
    private synchronized void read(List<Row> rows, long now) {
        Known before = known;
        if (before != null && before.readAt() - now > 0) {
            return;
        }
        unusable = true;
        NavigableMap<Integer, PrfSet> keys = new TreeMap<>();
        PrfSet inUse = null;
        for (Row row : rows) {
            if (!row.flag("outlived")) {
                PrfSet key = key(row);
                keys.put(version(row), key);
                inUse = row.text("state").equals("IN_USE") ? key : inUse;
            }
        }
        if (inUse == null) {
            throw new IllegalStateException("The table index_key names no key in use");
        }
        known = new Known(Collections.unmodifiableNavigableMap(keys), inUse, now);
        complete = true;
        unusable = false;
        firstLoad.countDown();
    }

    private PrfSet key(Row row) {
        Known before = known;
        PrfSet same = before == null ? null : before.byVersion().get(version(row));
        if (same != null) {
            return same;
        }
        return version(row) == FILE
                ? files.blindIndex()
                        .orElseThrow(() -> new IllegalStateException(
                                "blind-index.json is missing in zizhi.encryption.directory, but still in use"))
                : primitive(unwrap(row));
    }

    private static int version(Row row) {
        return Math.toIntExact(row.number("version"));
    }

    /**
     * Adds a key that only finds hashes, in the caller's transaction. Returns false if an earlier replacement has not
     * ended yet, and adds none.
     */
    public Uni<Boolean> add() {
        return repository.all().chain(rows -> {
            if (rows.stream().anyMatch(row -> row.flag("unfinished"))) {
                return Uni.createFrom().item(false);
            }
            int version = version(rows.getLast()) + 1;
            int serviceKey = serviceKeys.newestVersion();
            return repository
                    .insert(version, wrap(generate(), version, serviceKey), serviceKey)
                    .replaceWith(true);
        });
    }

    /** Stores hashes of the added key from now on, in the caller's transaction. */
    public Uni<Void> use() {
        return repository.use().replaceWithVoid();
    }

    /**
     * Fails while replicas of releases that know only the key in the file are connected: they would not find hashes of
     * another key.
     */
    public Uni<Void> requireKnownEverywhere() {
        return repository
                .earlierReplicas()
                .invoke(count -> {
                    if (count > 0) {
                        throw new IllegalStateException(
                                "A replica of the previous release is connected. Finish the upgrade first.");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Ends the use of retired keys, in the caller's transaction.
     *
     * @param life how long hashes exist whose values are stored nowhere; the keys are deleted when it has passed
     */
    public Uni<Void> retire(Duration life) {
        return repository.retire(life).chain(repository::purge).replaceWithVoid();
    }

    /** Encrypts the keys with the newest service key, in the caller's transaction. Returns how many. */
    public Uni<Integer> wrapAgain() {
        int newest = serviceKeys.newestVersion();
        return repository
                .lockOutdated(newest)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> repository.wrap(version(row), wrap(unwrap(row), version(row), newest), newest))
                        .collect()
                        .last()
                        .replaceWith(rows.size()));
    }

    private static KeysetHandle generate() {
        try {
            return KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A key of blind indexes could not be generated", failure);
        }
    }

    private String wrap(KeysetHandle key, int version, int serviceKey) {
        try {
            Aead aead = serviceKeys.version(serviceKey);
            return HEX.formatHex(TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    key, aead, context(version), RegistryConfiguration.get()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Version " + version + " of the index key cannot be encrypted", failure);
        }
    }

    private KeysetHandle unwrap(Row row) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    HEX.parseHex(row.text("wrapped")),
                    serviceKeys.version(Math.toIntExact(row.number("service_key_version"))),
                    context(version(row)),
                    RegistryConfiguration.get());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "Version " + version(row) + " of the index key cannot be decrypted", failure);
        }
    }

    private static PrfSet primitive(KeysetHandle key) {
        try {
            return key.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A key of blind indexes cannot be used", failure);
        }
    }

    private byte[] context(int version) {
        return (service + "\u0000index-key\u0000" + version).getBytes(StandardCharsets.UTF_8);
    }
}
