package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The phone verifications. */
@ApplicationScoped
class PhoneVerificationRepository implements PanacheRepositoryBase<PhoneVerification, String> {

    Uni<Optional<PhoneVerification>> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** The account's own, locked; somebody else's is as if it were not there. */
    Uni<PhoneVerification> lockOwn(String id, String accountId) {
        return lock(id).map(found -> found.filter(own -> own.accountId().equals(accountId))
                .orElseThrow(() ->
                        Problems.notFound("PHONE_VERIFICATION_NOT_FOUND", "There is no such phone verification.")));
    }

    /** Those whose code could still be entered, locked. */
    Uni<List<PhoneVerification>> lockIssued(String accountId, String phoneIndex) {
        return find(
                        "accountId = ?1 and phoneIndex = ?2 and status = ?3 order by id",
                        accountId,
                        phoneIndex,
                        PhoneVerificationStatus.ISSUED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<Long> forgetOf(long qualificationId) {
        return delete("qualificationId", qualificationId);
    }

    Uni<Long> forgetBefore(Instant instant) {
        return delete("issuedAt < ?1", instant);
    }
}
