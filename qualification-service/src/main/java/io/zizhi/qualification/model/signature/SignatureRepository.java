package io.zizhi.qualification.model.signature;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
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
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select nextval('qualification_id')", Long.class)
                        .getSingleResult());
    }

    /** The account's signature of that name, or of one that looks the same, where it is bound. */
    public Uni<Optional<Signature>> bound(String accountId, String name) {
        return find(
                        "accountId = ?1 and coalesce(nameKey, name) = ?2 and releasedAt is null",
                        accountId,
                        new WrittenName(name).skeleton())
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** The signature, bound or not, locked until the transaction ends; 404 where there never was one. */
    public Uni<Signature> lock(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(SignatureRepository::notFound);
    }

    /** The signatures that a qualification carries, in the order in which they were bound. */
    Uni<List<Signature>> of(long qualificationId, long after, int limit) {
        return find("qualificationId = ?1 and releasedAt is null and id > ?2 order by id", qualificationId, after)
                .range(0, limit)
                .list();
    }

    /** 409 while the qualification, which is locked, carries a signature. */
    public Uni<Void> requireNoneOfQualification(long qualificationId) {
        return count("qualificationId = ?1 and releasedAt is null", qualificationId)
                .invoke(SignatureRepository::requireNone)
                .replaceWithVoid();
    }

    /** 409 while the letter, which is locked, authorises a signature. */
    public Uni<Void> requireNoneOfLetter(long letterId) {
        return count("letterId = ?1 and releasedAt is null", letterId)
                .invoke(SignatureRepository::requireNone)
                .replaceWithVoid();
    }

    private static void requireNone(long bound) {
        if (bound > 0) {
            throw Problems.conflict(
                    "BOUND_SIGNATURES", bound + " signature(s) rely on it; release or move them first.");
        }
    }

    /** Writes now, so that a name that was bound at the same moment is told as such (409). */
    public Uni<Void> store(Signature signature) {
        return persistAndFlush(signature)
                .replaceWithVoid()
                .onFailure(SignatureRepository::isBoundAlready)
                .transform(taken -> boundElsewhere());
    }

    /** 409: bound to something else. */
    public static RuntimeException boundElsewhere() {
        return Problems.conflict(
                "SIGNATURE_BOUND",
                "The account's signature of this name, or one that looks the same, is bound already; move or release it.");
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
