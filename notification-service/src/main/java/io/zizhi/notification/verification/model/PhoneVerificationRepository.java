package io.zizhi.notification.verification.model;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.BlindHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

@ApplicationScoped
public class PhoneVerificationRepository implements PanacheRepositoryBase<PhoneVerification, String> {

    /** The form of all existing ids. The database would fail on some other texts, such as one with a NUL. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private static final String CONVERSION = """
            select count(*) as issued, count(*) filter (where status in ('VERIFIED', 'USED')) as verified
            from phone_verification
            where issued_at > statement_timestamp() - make_interval(secs => :oldest)
              and issued_at <= statement_timestamp() - make_interval(secs => :life)
            """;

    public Uni<Optional<PhoneVerification>> read(String id) {
        return isId(id) ? findById(id).map(Optional::ofNullable) : nothing();
    }

    public Uni<Optional<PhoneVerification>> lock(String id) {
        return isId(id) ? findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable) : nothing();
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static Uni<Optional<PhoneVerification>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** Returns a verification of the account; fails with 404 if it belongs to another account. */
    public Uni<PhoneVerification> readOwn(String id, String accountId) {
        return read(id).map(found -> requireOwn(found, accountId));
    }

    /** Returns the verification like {@link #readOwn}, and locks the row until the transaction ends. */
    public Uni<PhoneVerification> lockOwn(String id, String accountId) {
        return lock(id).map(found -> requireOwn(found, accountId));
    }

    private static PhoneVerification requireOwn(Optional<PhoneVerification> found, String accountId) {
        return found.filter(own -> own.accountId().equals(accountId))
                .orElseThrow(() -> Problems.notFound("PHONE_VERIFICATION_NOT_FOUND", "No such phone verification."));
    }

    /** Locks the verifications whose code can still be entered. */
    public Uni<List<PhoneVerification>> lockIssued(String accountId, BlindHash phone) {
        return find(
                        "accountId = ?1 and phoneIndex in ?2 and status = ?3 order by id",
                        accountId,
                        phone.all(),
                        PhoneVerificationStatus.ISSUED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Locks the verification used by the last submitted revision of the qualification. */
    public Uni<Optional<PhoneVerification>> lockLastUsed(long qualificationId) {
        return find("qualificationId = ?1 order by revision desc", qualificationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(found -> Optional.ofNullable(found).filter(last -> last.status() == PhoneVerificationStatus.USED));
    }

    /** Returns verified numbers that are neither used nor reserved, oldest first. */
    public Uni<List<PhoneVerification>> usable(String accountId, List<BlindHash> phones, Instant now) {
        return list(
                "accountId = ?1 and phoneIndex in ?2 and status = ?3 and usableUntil > ?4"
                        + " and reservedUntil is null order by usableUntil",
                accountId,
                phones.stream().flatMap(phone -> phone.all().stream()).toList(),
                PhoneVerificationStatus.VERIFIED,
                now);
    }

    /**
     * Counts the codes issued in a window that ends when the newest of them has expired, so that each had its chance.
     *
     * @param window length of the window
     */
    public Uni<CodeConversion> conversion(Duration window) {
        return new NativeQuery(CONVERSION)
                .with("oldest", (double)
                        window.plus(PhoneVerification.CODE_LIFE).toSeconds())
                .with("life", (double) PhoneVerification.CODE_LIFE.toSeconds())
                .rows()
                .map(List::getFirst)
                .map(row -> new CodeConversion(row.number("issued"), row.number("verified")));
    }

    public Uni<Long> eraseOf(long qualificationId) {
        return delete("qualificationId", qualificationId);
    }
}
