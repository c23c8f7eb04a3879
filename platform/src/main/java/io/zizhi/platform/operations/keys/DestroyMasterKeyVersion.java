package io.zizhi.platform.operations.keys;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.platform.privacy.encryption.MasterKey;
import io.zizhi.platform.privacy.encryption.vault.VaultFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Destroys an earlier version of the master key. What it encrypted can then never be decrypted again, in backups of the
 * database, too.
 */
@ApplicationScoped
class DestroyMasterKeyVersion {

    private static final String OBJECT = "master-key-version";
    private static final String IN_USE = "MASTER_KEY_VERSION_IN_USE";
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    /** Vault numbers versions; files have the ids of their keys. */
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,9}");

    private final MasterKey masterKey;
    private final OperationsAudit audit;

    DestroyMasterKeyVersion(MasterKey masterKey, OperationsAudit audit) {
        this.masterKey = masterKey;
        this.audit = audit;
    }

    /**
     * Records the intention, destroys the version, and records the end. So a crash leaves at most a recorded intention
     * without an end. Fails with 409 while the version is needed, and with 404 if it does not exist.
     */
    Uni<Void> destroy(String version, String reason, Caller operator) {
        if (!VERSION.matcher(version).matches()) {
            throw notFound();
        }
        return masterKey
                .newestVersion()
                .invoke(newest -> requireEarlier(version, newest))
                .chain(() -> masterKey.mayExist(version))
                .invoke(DestroyMasterKeyVersion::requireFound)
                .chain(() -> begin(version, reason, operator))
                .chain(() -> masterKey.destroy(version))
                .invoke(DestroyMasterKeyVersion::requireFound)
                .onFailure(VaultFailure.class)
                .transform(DestroyMasterKeyVersion::notDestroyed)
                .chain(() -> end(version, reason, operator));
    }

    /** An unexpected answer stays an internal error. */
    private static Throwable notDestroyed(VaultFailure failure) {
        return switch (failure.kind()) {
            case DENIED, REFUSED, MISSING ->
                Problems.conflict(
                        "MASTER_KEY_VERSION_NOT_DESTROYED",
                        "Vault did not destroy the version. " + failure.getMessage());
            case SEALED ->
                Problems.unavailable(
                        "MASTER_KEY_UNAVAILABLE",
                        "Vault is sealed or in maintenance. Unseal it, then try again.",
                        RETRY_AFTER);
            case UNEXPECTED -> failure;
        };
    }

    private void requireEarlier(String version, String newest) {
        if (masterKey.isDestroyedWith(version, newest)) {
            throw Problems.conflict(
                    IN_USE,
                    "This version of the master key is still needed. It is the newest version or does not exist"
                            + " yet. Create a new version first.");
        }
    }

    @WithTransaction
    Uni<Void> begin(String version, String reason, Caller operator) {
        return new NativeQuery("""
                        select s.version, s.master_version,
                            exists (select from account_key k
                                where k.service_key_version = s.version and k.damaged_at is not null) as damaged
                        from service_key s order by s.version
                        """)
                .rows()
                .invoke(keys -> requireUnused(version, keys))
                .chain(() -> new NativeQuery("""
                        select exists (select from key_job where kind = 'MASTER_KEY' and state = 'RUNNING')
                        """).single(Boolean.class))
                .invoke(DestroyMasterKeyVersion::requireNoJob)
                .chain(() -> audit.record(operator, "master-key-version.destruction-started", OBJECT, version, reason));
    }

    /** The job may have encrypted a service key that it has not stored yet. */
    private static void requireNoJob(boolean running) {
        if (running) {
            throw Problems.conflict(
                    IN_USE,
                    "This version of the master key may still be needed. The job MASTER_KEY is running. Wait for its"
                            + " end.");
        }
    }

    private void requireUnused(String version, List<Row> serviceKeys) {
        serviceKeys.stream()
                .filter(key -> masterKey.isDestroyedWith(version, key.text("master_version")))
                .findFirst()
                .ifPresent(key -> {
                    throw inUse(key.number("version"), key.flag("damaged"));
                });
    }

    private static ProblemException inUse(long serviceKey, boolean damaged) {
        return damaged
                ? Problems.conflict(
                        IN_USE,
                        "This version of the master key is still needed. It encrypts service key " + serviceKey
                                + ", which damaged account keys need. Restore or destroy them first with POST"
                                + " /v1/operations/keys/damaged/ACCOUNT.")
                : Problems.conflict(
                        IN_USE,
                        "This version of the master key is still needed. It encrypts service key " + serviceKey
                                + ". Run the job MASTER_KEY to its end first.");
    }

    @WithTransaction
    Uni<Void> end(String version, String reason, Caller operator) {
        return audit.record(operator, "master-key-version.destroyed", OBJECT, version, reason);
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return Problems.notFound(
                "MASTER_KEY_VERSION_NOT_FOUND", "There is no such version of the master key, or it was destroyed.");
    }
}
