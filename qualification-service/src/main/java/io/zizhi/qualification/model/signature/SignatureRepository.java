package io.zizhi.qualification.model.signature;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** All signatures, bound and released. */
@ApplicationScoped
public class SignatureRepository implements PanacheRepositoryBase<Signature, Long> {

    private static final String BOUND_ONCE = "signature_bound_once";

    public Uni<Long> nextId() {
        return new NativeQuery("select nextval('qualification_id')").single(Long.class);
    }

    /** Returns the bound signature of the account with this or a similar-looking name. */
    public Uni<Optional<Signature>> bound(String accountId, String name) {
        return find(
                        "accountId = ?1 and nameKey = ?2 and releasedAt is null",
                        accountId,
                        new WrittenName(name).skeleton())
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Returns the account of the signature, bound or released; fails with 404 if it does not exist. */
    public Uni<String> accountOf(long id) {
        return new NativeQuery("select account_id from signature where id = :id")
                .with("id", id)
                .first(String.class)
                .map(found -> found.orElseThrow(SignatureRepository::notFound));
    }

    /** Returns the qualification of the signature, bound or released, without loading the signature. */
    public Uni<Long> qualificationOf(long id) {
        return new NativeQuery("select qualification_id from signature where id = :id")
                .with("id", id)
                .first(Long.class)
                .map(found -> found.orElseThrow(SignatureRepository::notFound));
    }

    /**
     * Returns the signature, bound or released, and locks it until the transaction ends; fails with 404 if it does not
     * exist. A transaction that locks its qualification, too, locks the qualification first.
     */
    public Uni<Signature> lock(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(SignatureRepository::notFound);
    }

    /** Returns the signatures bound to a qualification, in the order of binding. */
    Uni<List<Signature>> of(long qualificationId, long after, int limit) {
        return find("qualificationId = ?1 and releasedAt is null and id > ?2 order by id", qualificationId, after)
                .range(0, limit)
                .list();
    }

    /** Returns and locks all signatures bound to a qualification, which must be locked. */
    public Uni<List<Signature>> lockBound(long qualificationId) {
        return find("qualificationId = ?1 and releasedAt is null order by id", qualificationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Returns the number of signatures bound to a qualification. */
    public Uni<Long> countBound(long qualificationId) {
        return count("qualificationId = ?1 and releasedAt is null", qualificationId);
    }

    /** Fails with 409 if a signature is bound to the qualification, which must be locked. */
    public Uni<Void> requireNoneOfQualification(long qualificationId) {
        return countBound(qualificationId)
                .invoke(SignatureRepository::requireNone)
                .replaceWithVoid();
    }

    /** Fails with 409 if the letter, which must be locked, authorises a bound signature. */
    public Uni<Void> requireNoneOfLetter(long letterId) {
        return count("letterId = ?1 and releasedAt is null", letterId)
                .invoke(SignatureRepository::requireNone)
                .replaceWithVoid();
    }

    private static void requireNone(long bound) {
        if (bound > 0) {
            throw Problems.conflict("BOUND_SIGNATURES", bound + " signature(s) are bound; release or move them first.");
        }
    }

    /** Flushes now, so that a name bound at the same time fails here with 409. */
    public Uni<Void> store(Signature signature) {
        return persistAndFlush(signature)
                .replaceWithVoid()
                .onFailure(SignatureRepository::isBoundAlready)
                .transform(taken -> boundElsewhere());
    }

    /** Creates a 409: the name is already bound elsewhere. */
    public static RuntimeException boundElsewhere() {
        return Problems.conflict(
                "SIGNATURE_BOUND",
                "A signature with this or a similar-looking name is already bound; move or release it.");
    }

    private static RuntimeException notFound() {
        return Problems.notFound("SIGNATURE_NOT_FOUND", "There is no such signature.");
    }

    private static boolean isBoundAlready(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(BOUND_ONCE)) {
                return true;
            }
        }
        return false;
    }
}
