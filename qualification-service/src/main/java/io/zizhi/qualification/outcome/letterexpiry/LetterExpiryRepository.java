package io.zizhi.qualification.outcome.letterexpiry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Queries for the expiry timers of letters. */
@ApplicationScoped
class LetterExpiryRepository {

    private static final String LOCK_FREE = "select " + EntityColumns.of(AuthorizationLetter.class) + """
             from authorization_letter where id = any(:ids) order by id for no key update skip locked
            """;

    /** An approved renewal that starts no later than the day after the last day and is valid on that day. */
    private static final String RENEWED = """
            select ending.id
            from unnest(cast(:ids as bigint[]), cast(cast(:lastDays as text[]) as date[])) as ending(id, last_day)
            where exists (
                select from authorization_letter renewal
                where renewal.renewal_of = ending.id and renewal.deleted_at is null and renewal.status = 'APPROVED'
                  and renewal.valid_from <= ending.last_day + 1 and renewal.valid_to >= ending.last_day + 1)
            """;

    /** Locks the letters that no other transaction has locked, and returns their ids. */
    Uni<List<Long>> lockFree(List<Long> letterIds) {
        return new NativeQuery(LOCK_FREE)
                .with("ids", letterIds.toArray(Long[]::new))
                .list(AuthorizationLetter.class)
                .map(locked -> locked.stream().map(AuthorizationLetter::id).toList());
    }

    /** Returns the letters locked by {@link #lockFree}. They are served from the session without a query. */
    Uni<Map<Long, AuthorizationLetter>> locked(Set<Long> letterIds) {
        return Panache.getSession()
                .map(session -> letterIds.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), id -> session.getReference(AuthorizationLetter.class, id))));
    }

    /**
     * Returns the letters that have a renewal without a gap; {@code lastDays} maps letter ids to last days of validity.
     */
    Uni<Set<Long>> renewed(Map<Long, LocalDate> lastDays) {
        List<Long> letterIds = List.copyOf(lastDays.keySet());
        return new NativeQuery(RENEWED)
                .with("ids", letterIds.toArray(Long[]::new))
                .with(
                        "lastDays",
                        letterIds.stream()
                                .map(id -> String.valueOf(lastDays.get(id)))
                                .toArray(String[]::new))
                .list(Long.class)
                .map(Set::copyOf);
    }
}
