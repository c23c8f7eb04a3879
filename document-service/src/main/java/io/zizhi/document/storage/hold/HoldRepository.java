package io.zizhi.document.storage.hold;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Legal holds. A transaction that removes a document calls {@link #covers} first. It holds a shared lock until its
 * end, and setting a hold needs the exclusive lock. So nothing is removed once a hold is set.
 */
@ApplicationScoped
public class HoldRepository {

    /** The columns of a hold, as {@link #set} and {@link #lift} return them. */
    public static final String COLUMNS = """
            id, account_id, document_id, reason, set_by, set_at, lift_reason, lifted_by, lifted_at,
            exists (select from withheld_erasure w where w.account_id = legal_hold.account_id) as erasure_withheld
            """;

    private static final String SHARE =
            "select pg_advisory_xact_lock_shared(hashtextextended('legal-hold ' || cast(:accountId as text), 0)) is null";

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('legal-hold ' || cast(:accountId as text), 0)) is null";

    private static final String COVERS = """
            select exists (
                select from legal_hold where account_id = :accountId and lifted_at is null
                    and (document_id is null or document_id = :documentId))
            """;

    private static final String ANY = """
            select exists (select from legal_hold where account_id = :accountId and lifted_at is null)
            """;

    private static final String SET = """
            insert into legal_hold (account_id, document_id, reason, set_by)
            values (:accountId, cast(:documentId as text), :reason, :setBy)
            on conflict do nothing returning %s
            """.formatted(COLUMNS);

    private static final String LIFT = """
            update legal_hold set lifted_at = clock_timestamp(), lifted_by = :liftedBy, lift_reason = :reason
            where id = :id and lifted_at is null returning %s
            """.formatted(COLUMNS);

    private static final String WITHHOLD = """
            insert into withheld_erasure (account_id) values (:accountId) on conflict do nothing
            """;

    private static final String END_WITHHELD = """
            delete from withheld_erasure where account_id in (
                select w.account_id from withheld_erasure w
                where not exists (
                    select from legal_hold h where h.account_id = w.account_id and h.lifted_at is null)
                order by w.requested_at limit 1 for update skip locked)
            returning account_id
            """;

    /** Returns whether a hold covers the document. New holds of its account wait for the end of the transaction. */
    public Uni<Boolean> covers(String accountId, String documentId) {
        return share(accountId)
                .chain(() -> new NativeQuery(COVERS)
                        .with("accountId", accountId)
                        .with("documentId", documentId)
                        .single(Boolean.class));
    }

    /** Returns whether the account has any hold. New holds of it wait for the end of the transaction. */
    public Uni<Boolean> anyOf(String accountId) {
        return share(accountId)
                .chain(() -> new NativeQuery(ANY).with("accountId", accountId).single(Boolean.class));
    }

    private static Uni<Boolean> share(String accountId) {
        return new NativeQuery(SHARE).with("accountId", accountId).single(Boolean.class);
    }

    /**
     * Sets a hold, after the removals that have begun. Returns empty if the same hold is active already.
     *
     * @param documentId null for all documents of the account
     * @param setBy token subject of the operator
     */
    public Uni<Optional<Row>> set(String accountId, @Nullable String documentId, String reason, String setBy) {
        return new NativeQuery(LOCK)
                .with("accountId", accountId)
                .single(Boolean.class)
                .chain(() -> new NativeQuery(SET)
                        .with("accountId", accountId)
                        .with("documentId", documentId)
                        .with("reason", reason)
                        .with("setBy", setBy)
                        .first());
    }

    /** Lifts an active hold; returns empty if there is none with this id. */
    public Uni<Optional<Row>> lift(long id, String reason, String liftedBy) {
        return new NativeQuery(LIFT)
                .with("id", id)
                .with("reason", reason)
                .with("liftedBy", liftedBy)
                .first();
    }

    /** Records that the erasure of the account waits for the end of its holds. */
    public Uni<Void> withhold(String accountId) {
        return new NativeQuery(WITHHOLD).with("accountId", accountId).execute().replaceWithVoid();
    }

    /** Takes an account whose erasure was withheld and that has no hold any more. */
    public Uni<Optional<String>> endWithheld() {
        return new NativeQuery(END_WITHHELD)
                .list(String.class)
                .map(found -> found.stream().findFirst());
    }

    /** Returns the number of withheld erasures. */
    public Uni<Long> countWithheld() {
        return new NativeQuery("select count(*) from withheld_erasure").single(Long.class);
    }
}
