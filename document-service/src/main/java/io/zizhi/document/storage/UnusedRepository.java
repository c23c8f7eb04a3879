package io.zizhi.document.storage;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Finds documents that no submission uses. The column {@code unused_since} is null while a submission uses the
 * document. All instants are database time. Needs a session.
 */
@ApplicationScoped
public class UnusedRepository {

    /**
     * Minimum interval between two updates of a document. A draft is checked often while it is edited, and one update a
     * day is precise enough for a period of weeks.
     */
    static final Duration TOUCHED_EVERY = Duration.ofDays(1);

    private static final String OF_ACCOUNT = """
            select count(*) as count, coalesce(sum(size), 0) as bytes,
                count(*) filter (where stored_at > clock_timestamp() - make_interval(secs => :seconds)) as recent
            from document where account_id = :accountId and unused_since is not null
            """;

    private static final String TOUCH = """
            update document set unused_since = clock_timestamp()
            where id = any(cast(:ids as text[])) and account_id = :accountId
                and unused_since < clock_timestamp() - make_interval(secs => :seconds)
            """;

    /**
     * Selects documents to be removed. Reserved pins also protect a document, although they count as a use only after
     * their confirmation.
     */
    private static final String EXPIRED = """
            select id from document
            where unused_since < clock_timestamp() - make_interval(secs => :seconds)
                and not exists (
                    select 1 from pin where document_id = document.id
                        and (reserved_until is null or reserved_until > clock_timestamp()))
            order by unused_since limit :count
            """;

    private static final String IS_EXPIRED = """
            select unused_since < clock_timestamp() - make_interval(secs => :seconds) as expired
            from document where id = :id and unused_since is not null
            """;

    /**
     * Returns statistics of the account's unused documents.
     *
     * @param recently age up to which a document counts as recent
     */
    public Uni<UnusedDocuments> of(String accountId, Duration recently) {
        return new NativeQuery(OF_ACCOUNT)
                .with("accountId", accountId)
                .with("seconds", recently.toSeconds())
                .rows()
                .map(List::getFirst)
                .map(row -> new UnusedDocuments(row.number("count"), row.number("bytes"), row.number("recent")));
    }

    /** Restarts the removal period of documents that were not touched for {@link #TOUCHED_EVERY}. */
    public Uni<Integer> touch(List<String> documentIds, String accountId) {
        return new NativeQuery(TOUCH)
                .with("ids", documentIds.toArray(String[]::new))
                .with("accountId", accountId)
                .with("seconds", TOUCHED_EVERY.toSeconds())
                .execute();
    }

    /** Returns the ids of documents that have been unused for longer than {@code unusedFor}, oldest first. */
    public Uni<List<String>> expired(Duration unusedFor, int count) {
        return new NativeQuery(EXPIRED)
                .with("seconds", unusedFor.toSeconds())
                .with("count", count)
                .rows()
                .map(rows -> rows.stream().map(row -> row.text("id")).toList());
    }

    /** Returns whether the document has been unused for longer than {@code unusedFor}; call it with its row locked. */
    public Uni<Boolean> isExpired(String documentId, Duration unusedFor) {
        return new NativeQuery(IS_EXPIRED)
                .with("id", documentId)
                .with("seconds", unusedFor.toSeconds())
                .first()
                .map(row -> row.map(found -> found.flag("expired")).orElse(false));
    }
}
