package io.zizhi.qualification.letterexpiry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** What the timers of letters look up. */
@ApplicationScoped
class LetterExpiryRepository {

    private static final String LOCK = """
            select id from authorization_letter where id = any(cast(:ids as bigint[])) order by id
            for update skip locked
            """;

    /** Approved, from the day after at the latest, and for longer. */
    private static final String RENEWALS = """
            select count(*) from authorization_letter
            where renewal_of = :id and deleted_at is null and status = 'APPROVED'
              and valid_from <= :dayAfter and valid_to >= :dayAfter
            """;

    /** Locks those letters that nobody else holds. */
    Uni<List<Long>> lockFree(List<Long> letterIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter("ids", letterIds.toArray(Long[]::new))
                        .getResultList());
    }

    /** Whether a renewal of the letter takes over without a gap. */
    Uni<Boolean> isRenewed(long letterId, LocalDate lastDay) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RENEWALS, Long.class)
                        .setParameter("id", letterId)
                        .setParameter("dayAfter", lastDay.plusDays(1))
                        .getSingleResult())
                .map(renewals -> renewals > 0);
    }
}
