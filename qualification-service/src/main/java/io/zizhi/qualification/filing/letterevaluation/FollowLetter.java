package io.zizhi.qualification.filing.letterevaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Updates the earliest expiry of qualifications when a letter they refer to is edited or deleted. Qualifications in
 * force are not affected, because their letter is approved and no longer changes. Call it inside a transaction.
 */
@ApplicationScoped
public class FollowLetter {

    /** Uses the index {@code revision_by_letter}. */
    static final String LOCK = """
            select q.id
            from revision r
            join qualification q on q.id = r.qualification_id
            where r.content ->> 'letterId' = cast(:letter as text) and q.account_id = :accountId
              and r.id = coalesce(q.working_revision, q.current_revision) and q.in_force_revision is null
              and q.deleted_at is null
            order by q.id
            for no key update of q
            """;

    static final String FOLLOW = """
            update qualification q
            set expires_on = least(
                calendar_day(r.content #>> '{company,certificate,validTo}'),
                calendar_day(r.content #>> '{legalRepresentative,validTo}'),
                calendar_day(r.content #>> '{administrator,validTo}'),
                (select l.valid_to from authorization_letter l
                 where l.id = cast(cast(:letter as text) as bigint) and l.account_id = q.account_id and l.deleted_at is null))
            from revision r
            where r.content ->> 'letterId' = cast(:letter as text) and q.id = r.qualification_id
              and q.account_id = :accountId and r.id = coalesce(q.working_revision, q.current_revision)
              and q.in_force_revision is null and q.deleted_at is null
            """;

    /** Locks the qualifications. Always lock them before the letter. */
    public Uni<Void> lock(String accountId, long letterId) {
        return new NativeQuery(LOCK)
                .with("letter", Long.toString(letterId))
                .with("accountId", accountId)
                .list(Long.class)
                .replaceWithVoid();
    }

    /** Recomputes their expiry from the letter as now stored. */
    public Uni<Void> handle(String accountId, long letterId) {
        return new NativeQuery(FOLLOW)
                .with("letter", Long.toString(letterId))
                .with("accountId", accountId)
                .execute()
                .replaceWithVoid();
    }
}
