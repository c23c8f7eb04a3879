package io.zizhi.notification.verification.throttling;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.privacy.encryption.BlindHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
public class PhoneFailuresRepository implements PanacheRepositoryBase<PhoneFailures, PhoneFailures.Key> {

    /** Adds the failures that were counted with the hash of another key, which is being replaced. */
    private static final String LOCK = """
            with other as (
                delete from phone_code_failures
                where account_id = :account and phone_index = any(cast(:others as text[]))
                returning failures, last_failed_at, delayed_until)
            insert into phone_code_failures as counted
                (account_id, phone_index, failures, last_failed_at, delayed_until)
            select :account, :index, coalesce(sum(failures), 0), max(last_failed_at), max(delayed_until) from other
            on conflict (account_id, phone_index) do update set
                failures = counted.failures + excluded.failures,
                last_failed_at = greatest(counted.last_failed_at, excluded.last_failed_at),
                delayed_until = greatest(counted.delayed_until, excluded.delayed_until)
            """;

    /**
     * Locks and returns the row of the account and number, and creates it if absent. Attempts therefore run one after
     * another. The update locks the row, so that no purge deletes it before it is read.
     *
     * <p>While the key of blind indexes is being replaced, replicas store different hashes of a number, so that a row
     * is not enough. Then they also lock its hashes.
     */
    public Uni<PhoneFailures> lock(String accountId, BlindHash phone) {
        List<String> locks = phone.others().isEmpty()
                ? List.of()
                : phone.all().stream()
                        .map(hash -> "failures:" + accountId + ":" + hash)
                        .toList();
        return AdvisoryLocks.take(locks)
                .chain(() -> new NativeQuery(LOCK)
                        .with("account", accountId)
                        .with("index", phone.stored())
                        .with("others", phone.others().toArray(String[]::new))
                        .execute())
                .chain(() ->
                        findById(new PhoneFailures.Key(accountId, phone.stored()), LockModeType.PESSIMISTIC_WRITE));
    }

    public Uni<Boolean> delayed(String accountId, BlindHash phone, Instant now) {
        return list("key.accountId = ?1 and key.phoneIndex in ?2", accountId, phone.all())
                .map(found -> found.stream().anyMatch(failures -> failures.delayed(now)));
    }
}
