package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Recomputes the earliest expiry of qualifications on the first day of a renewal of their letter. A renewal that was
 * approved ahead, and starts after a gap, counts only from that day on. The timer of a deleted renewal has no effect.
 */
@ApplicationScoped
public class RenewalStart implements TimerOwner {

    static final String OWNER = "renewal-start";

    private static final String KIND = "START";

    /** An approved letter never changes, so its timer is armed only once. */
    private static final int CYCLE = 1;

    /** Locks the qualifications before the letters. Returns letters with all their qualifications locked. */
    private static final String LOCK_FREE = """
            with users as (
                select own.id as letter, q.id
                from authorization_letter own
                cross join lateral letter_ancestry(own.id) renewed
                join revision r
                    on r.content ->> 'letterId' = cast(renewed.id as text) and r.content ->> 'letterId' is not null
                join qualification q on q.id = r.qualification_id
                where own.id = any(:letters) and q.account_id = own.account_id and q.deleted_at is null
                  and r.id = coalesce(q.in_force_revision, q.working_revision, q.current_revision)
            ), locked as materialized (
                select id from qualification where id in (select id from users)
                order by id for no key update skip locked
            ), free as (
                select l.letter from unnest(cast(:letters as bigint[])) as l(letter)
                where not exists (
                    select from users u where u.letter = l.letter and u.id not in (select id from locked))
            )
            select id from authorization_letter where id in (select letter from free)
            order by id for no key update skip locked
            """;

    private static final String PROLONG = (CarryOverLetter.WITH_USERS + CarryOverLetter.PROLONG)
            .replace(":accountId", "(select account_id from authorization_letter where id = :letter)");

    private final Timers timers;
    private final DatabaseTime time;

    RenewalStart(Timers timers, DatabaseTime time) {
        this.timers = timers;
        this.time = time;
    }

    /** Arms the timer of an approved renewal, unless it has started already. */
    Uni<Void> watch(AuthorizationLetter renewal) {
        return time.now()
                .chain(now -> renewal.firstDay()
                        .map(day -> day.atStartOfDay(Period.ZONE).toInstant())
                        .filter(now::isBefore)
                        .map(first -> timers.arm(OWNER, renewal.id(), KIND, CYCLE, first))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    @Override
    public String ownerType() {
        return OWNER;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> letterIds) {
        return new NativeQuery(LOCK_FREE)
                .with("letters", letterIds.toArray(Long[]::new))
                .list(Long.class);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> fired, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Period.ZONE);
        return fired.stream()
                .map(timer -> recompute(timer.ownerId(), today))
                .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next));
    }

    private static Uni<Void> recompute(long renewal, LocalDate today) {
        return new NativeQuery(PROLONG)
                .with("letter", renewal)
                .with("today", today)
                .execute()
                .replaceWithVoid();
    }
}
