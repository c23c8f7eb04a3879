package io.zizhi.document.storage;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.removed.RemovalRule;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Quarantined documents are never usable, so nothing extends their time. */
    private static final String TOUCH = """
            update document set unused_since = clock_timestamp(), named = true
            where id = any(cast(:ids as text[])) and account_id = :accountId and status <> 'QUARANTINED'
                and (unused_since < clock_timestamp() - make_interval(secs => :seconds)
                    or (unused_since is not null and not named))
            """;

    private static final String RULE = """
            select case
                when status = 'QUARANTINED' and unused_since < clock_timestamp() - make_interval(secs => :quarantined)
                    then 'QUARANTINED'
                when not named and unused_since < clock_timestamp() - make_interval(secs => :neverNamed)
                    then 'NEVER_NAMED'
                when unused_since < clock_timestamp() - make_interval(secs => :unused)
                    then coalesce(last_use, 'UNUSED')
                end as rule
            from document where id = :id
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

    /**
     * Restarts the removal period of documents that were not touched for {@link #TOUCHED_EVERY}, and records that they
     * were named.
     */
    public Uni<Integer> touch(List<String> documentIds, String accountId) {
        return new NativeQuery(TOUCH)
                .with("ids", documentIds.toArray(String[]::new))
                .with("accountId", accountId)
                .with("seconds", TOUCHED_EVERY.toSeconds())
                .execute();
    }

    /** Returns ids of documents that were unused for longer than their period and under no hold, oldest first. */
    public Uni<List<String>> expired(UnusedPeriods periods, int count) {
        return expired("true", periods.unused(), count)
                .chain(unused -> expired("not named", periods.neverNamed(), count)
                        .chain(unnamed -> expired("status = 'QUARANTINED'", periods.quarantined(), count)
                                .map(infected -> Stream.of(unused, unnamed, infected)
                                        .flatMap(List::stream)
                                        .distinct()
                                        .toList())));
    }

    /** Reserved pins also protect a document, although they count as a use only after their confirmation. */
    private static Uni<List<String>> expired(String which, Duration period, int count) {
        return new NativeQuery("""
                        select id from document
                        where unused_since < clock_timestamp() - make_interval(secs => :seconds) and %s
                            and not exists (select 1 from pin where document_id = document.id)
                            and not exists (
                                select 1 from legal_hold h
                                where h.account_id = document.account_id and h.lifted_at is null
                                    and (h.document_id is null or h.document_id = document.id))
                        order by unused_since limit :count
                        """.formatted(which))
                .with("seconds", period.toSeconds())
                .with("count", count)
                .list(String.class);
    }

    /**
     * Returns the rule by which the document is to be removed; empty if it is to stay. Call it with its row locked, and
     * ask for pins and holds as well.
     */
    public Uni<Optional<RemovalRule>> ruleFor(String documentId, UnusedPeriods periods) {
        return new NativeQuery(RULE)
                .with("id", documentId)
                .with("quarantined", periods.quarantined().toSeconds())
                .with("neverNamed", periods.neverNamed().toSeconds())
                .with("unused", periods.unused().toSeconds())
                .first()
                .map(row -> row.flatMap(found -> Optional.ofNullable(found.textOrNull("rule")))
                        .map(RemovalRule::valueOf));
    }
}
