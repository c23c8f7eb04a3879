package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** The failures per number. */
@ApplicationScoped
class PhoneFailuresRepository implements PanacheRepositoryBase<PhoneFailures, String> {

    /**
     * The row of the number, made where there is none, and locked: tries for one number go one after the other. The
     * update changes nothing; it locks the row, so that nobody can forget it before it is read.
     */
    Uni<PhoneFailures> lock(String phoneIndex) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into phone_failures (phone_index, failures) values (:index, 0)
                                on conflict (phone_index) do update set failures = phone_failures.failures
                                """)
                        .setParameter("index", phoneIndex)
                        .executeUpdate())
                .chain(ignored -> findById(phoneIndex, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<Boolean> heldBack(String phoneIndex, Instant now) {
        return findById(phoneIndex).map(failures -> failures != null && failures.heldBack(now));
    }

    Uni<Long> forgetBefore(Instant instant) {
        return delete("lastFailedAt < ?1 or lastFailedAt is null", instant);
    }
}
