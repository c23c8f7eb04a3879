package io.zizhi.platform.messaging.erasure;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of erased accounts, with the proof of each erasure. All times are database time. Needs a session. */
@ApplicationScoped
public class Erasures {

    private static final String BEGIN = """
            insert into account_erasure as known (account_id, shared_keysets_in_use)
            select cast(:accountId as text), in_use
                or exists (select from key_job where kind = 'SHARED_KEYSETS' and state = 'RUNNING')
            from shared_keysets
            on conflict (account_id) do update set
                begun_at = clock_timestamp(), next_at = clock_timestamp(), finished_at = null, failure = null,
                shared_keysets_in_use = known.shared_keysets_in_use or excluded.shared_keysets_in_use
            """;

    private static final String CLAIM = """
            update account_erasure set next_at = clock_timestamp() + make_interval(secs => :lease)
            where account_id = (
                select account_id from account_erasure where next_at <= clock_timestamp()
                order by next_at limit 1 for update skip locked)
            returning account_id
            """;

    private static final String COUNT = """
            update account_erasure set erased = erased || jsonb_build_object(
                cast(:kind as text), coalesce(cast(erased ->> :kind as bigint), 0) + :number)
            where account_id = :accountId
            """;

    /** Before the end of the settling time, the work is only postponed to it. */
    private static final String FINISH = """
            update account_erasure set failure = null,
                finished_at = case when begun_at <= clock_timestamp() - make_interval(secs => :settle)
                    then clock_timestamp() end,
                next_at = case when begun_at > clock_timestamp() - make_interval(secs => :settle)
                    then begun_at + make_interval(secs => :settle) end
            where account_id = :accountId and next_at is not null
            returning finished_at is not null
            """;

    private static final String RELEASE = """
            update account_erasure set next_at = clock_timestamp() + make_interval(secs => :delay),
                failure = cast(:failure as text)
            where account_id = :accountId and next_at is not null
            """;

    private static final String OLDEST_AGE = """
            select coalesce(cast(extract(epoch from clock_timestamp() - min(begun_at)) as bigint), 0)
            from account_erasure where next_at is not null
            """;

    /** Records that the account is erased, or begins the erasure again. */
    Uni<Void> begin(String accountId) {
        return new NativeQuery(BEGIN).with("accountId", accountId).execute().replaceWithVoid();
    }

    /** Claims the account whose erasure is due longest, so that no other replica works on it for {@code lease}. */
    Uni<Optional<String>> claim(Duration lease) {
        return new NativeQuery(CLAIM).with("lease", (double) lease.toSeconds()).first(String.class);
    }

    /** Adds to the proof, in the transaction that erases. */
    public Uni<Void> count(String accountId, String kind, int number) {
        return new NativeQuery(COUNT)
                .with("accountId", accountId)
                .with("kind", kind)
                .with("number", (long) number)
                .execute()
                .replaceWithVoid();
    }

    /**
     * Finishes an erasure of which nothing is left. Returns false if it began less than {@code settle} ago: requests
     * that began before it may still store rows.
     */
    Uni<Boolean> finish(String accountId, Duration settle) {
        return new NativeQuery(FINISH)
                .with("accountId", accountId)
                .with("settle", (double) settle.toSeconds())
                .first(Boolean.class)
                .map(finished -> finished.orElse(false));
    }

    /**
     * Ends the claim, so that the work goes on after {@code delay}.
     *
     * @param failure kind of the failure of this round; null if it had none
     */
    Uni<Void> release(String accountId, Duration delay, @Nullable String failure) {
        return new NativeQuery(RELEASE)
                .with("accountId", accountId)
                .with("delay", (double) delay.toSeconds())
                .with("failure", failure)
                .execute()
                .replaceWithVoid();
    }

    /** Returns the age of the oldest unfinished erasure in seconds; 0 if there is none. */
    Uni<Long> oldestAge() {
        return new NativeQuery(OLDEST_AGE).single(Long.class);
    }

    /** Fails with 409 if the account was erased. */
    public Uni<Void> requireNotErased(String accountId) {
        return isErased(accountId)
                .invoke(erased -> {
                    if (erased) {
                        throw Problems.conflict(
                                AccountKeys.ACCOUNT_ERASED, "The account was erased. Its id cannot be used again.");
                    }
                })
                .replaceWithVoid();
    }

    /** Returns whether the account was erased. */
    public Uni<Boolean> isErased(String accountId) {
        return new NativeQuery("select exists (select from account_erasure where account_id = :accountId)")
                .with("accountId", accountId)
                .single(Boolean.class);
    }
}
