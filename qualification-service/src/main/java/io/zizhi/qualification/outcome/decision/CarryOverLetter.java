package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.timeline.Act;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Carries an approved renewal over to the qualifications that use the renewed letter. From its first day the renewal is
 * used instead, without an amendment: {@code letter_succession} finds it. This class stores what follows: the earliest
 * expiry, by which lists are sorted, and a timeline entry. Call it inside a transaction.
 */
@ApplicationScoped
class CarryOverLetter {

    /** Uses the index {@code revision_by_letter}. */
    private static final String USERS = """
            from letter_ancestry(:letter) renewed
            join revision r
                on r.content ->> 'letterId' = cast(renewed.id as text) and r.content ->> 'letterId' is not null
            join qualification q on q.id = r.qualification_id
            where q.account_id = :accountId and q.deleted_at is null
              and r.id = coalesce(q.in_force_revision, q.working_revision, q.current_revision)
            """;

    private static final String LOCK = "select q.id "
            + USERS.replace(":letter", "(select renewal_of from authorization_letter where id = :letter)")
            + " order by q.id for no key update of q";

    private static final String LOCK_RENEWED = """
            select id from authorization_letter
            where id in (
                select id from letter_ancestry((select renewal_of from authorization_letter where id = :letter)))
            order by id for no key update
            """;

    static final String WITH_USERS = """
            with users as (
                select q.id, q.in_force_revision, q.credit_code,
                       r.work_order, r.content, r.provenance\s""" + USERS + ")\n";

    static final String PROLONG = """
            update qualification q
            set expires_on = least(
                calendar_day(u.content #>> '{company,certificate,validTo}'),
                calendar_day(u.content #>> '{legalRepresentative,validTo}'),
                calendar_day(u.content #>> '{administrator,validTo}'),
                calendar_day(u.provenance ->> 'validUntil'),
                (select s.valid_to from letter_succession(cast(u.content ->> 'letterId' as bigint), :today) s
                 order by s.place desc limit 1))
            from users u
            where q.id = u.id""";

    private static final String CARRY_OVER = WITH_USERS + ", prolonged as (" + PROLONG + ")" + """

            insert into timeline_entry(qualification_id, act, actor, role, at, work_order, details)
            select id, cast(:act as text), 'qualification-service', cast(:role as text), cast(:at as timestamptz),
                   work_order, jsonb_build_object('letterId', cast(:renewal as bigint))
            from users
            where in_force_revision is not null
              and credit_code = (select l.credit_code from authorization_letter l where l.id = :renewal)
            order by id
            """;

    private final RenewalStart start;
    private final Clock clock;

    CarryOverLetter(RenewalStart start, Clock clock) {
        this.start = start;
        this.clock = clock;
    }

    /**
     * Locks the qualifications that use the letter renewed by {@code letterId}, then the renewed letters. Nobody can
     * start to use these until the transaction ends. Always call this before locking the letter itself.
     */
    Uni<Void> lock(String accountId, long letterId) {
        return new NativeQuery(LOCK)
                .with("letter", letterId)
                .with("accountId", accountId)
                .list(Long.class)
                .chain(users ->
                        new NativeQuery(LOCK_RENEWED).with("letter", letterId).list(Long.class))
                .replaceWithVoid();
    }

    /**
     * Carries the letter over if it renews another one. If it starts later, its users get the earliest expiry again on
     * its first day, because until then a gap may separate it from the renewed letter.
     */
    Uni<Void> handle(AuthorizationLetter approved, Instant at) {
        return approved.renewalOf()
                .map(renewed -> new NativeQuery(CARRY_OVER)
                        .with("letter", renewed)
                        .with("accountId", approved.accountId())
                        .with("today", LocalDate.now(clock.withZone(Period.ZONE)))
                        .with("act", Act.LETTER_RENEWED.name())
                        .with("role", Roles.SERVICE)
                        .with("at", at)
                        .with("renewal", approved.id())
                        .execute()
                        .chain(() -> start.watch(approved)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
