package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The phone verifications. */
@ApplicationScoped
class PhoneVerificationRepository implements PanacheRepositoryBase<PhoneVerification, String> {

    /** What has not the form of an id is not there; the database would fail on some of it, such as a NUL. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    Uni<Optional<PhoneVerification>> read(String id) {
        return isId(id) ? findById(id).map(Optional::ofNullable) : nothing();
    }

    Uni<Optional<PhoneVerification>> lock(String id) {
        return isId(id) ? findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable) : nothing();
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static Uni<Optional<PhoneVerification>> nothing() {
        return Uni.createFrom().item(Optional.empty());
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

    /** Verified ones that nobody has used or holds, oldest first. */
    Uni<List<PhoneVerification>> usable(String accountId, List<String> phoneIndexes, Instant now) {
        return list(
                "accountId = ?1 and phoneIndex in ?2 and status = ?3 and usableUntil > ?4"
                        + " and (reservedUntil is null or reservedUntil < ?4) order by usableUntil",
                accountId,
                phoneIndexes,
                PhoneVerificationStatus.VERIFIED,
                now);
    }

    Uni<Long> forgetOf(long qualificationId) {
        return delete("qualificationId", qualificationId);
    }

    Uni<Long> forgetBefore(Instant instant) {
        return delete("issuedAt < ?1", instant);
    }
}
