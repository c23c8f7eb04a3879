package io.zizhi.notification.verification.throttling;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;

@ApplicationScoped
public class PhoneFailuresRepository implements PanacheRepositoryBase<PhoneFailures, PhoneFailures.Key> {

    private static final String LOCK = """
            insert into phone_code_failures (account_id, phone_index, failures) values (:account, :index, 0)
            on conflict (account_id, phone_index) do update set failures = phone_code_failures.failures
            """;

    /**
     * Locks and returns the row of the account and number, and creates it if absent. Attempts therefore run one after
     * another. The update changes nothing: it locks the row, so that no purge deletes it before it is read.
     */
    public Uni<PhoneFailures> lock(String accountId, String phoneIndex) {
        return new NativeQuery(LOCK)
                .with("account", accountId)
                .with("index", phoneIndex)
                .execute()
                .chain(ignored ->
                        findById(new PhoneFailures.Key(accountId, phoneIndex), LockModeType.PESSIMISTIC_WRITE));
    }

    public Uni<Boolean> delayed(String accountId, String phoneIndex, Instant now) {
        return findById(new PhoneFailures.Key(accountId, phoneIndex))
                .map(failures -> failures != null && failures.delayed(now));
    }
}
