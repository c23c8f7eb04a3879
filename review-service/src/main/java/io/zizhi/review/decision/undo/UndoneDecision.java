package io.zizhi.review.decision.undo;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.review.decision.Decision;
import io.zizhi.review.decision.SealedVerdict;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.review.Review;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision that was undone before it was published. Its notes are encrypted as a whole. */
@Entity
@Table(name = "undone_decision")
public class UndoneDecision {

    private static final String TABLE = "undone_decision";

    /** Work order and number. The ciphertext is bound to it. */
    @Id
    private String id;

    @Column
    private long workOrder;

    private int number;

    @Embedded
    private SealedVerdict verdict;

    private String reviewerId;

    private @Nullable String confirmerId;

    private Instant decidedAt;

    private String undoneBy;

    private Instant undoneAt;

    /** Used by Hibernate. */
    protected UndoneDecision() {}

    static UndoneDecision of(Review review, Decision decision, String by, Instant at, AccountCipher cipher) {
        UndoneDecision undone = new UndoneDecision();
        undone.id = id(review);
        undone.workOrder = review.workOrder();
        undone.number = review.heldDecisions();
        undone.verdict = SealedVerdict.seal(decision.verdict(cipher), TABLE, undone.id, cipher);
        undone.reviewerId = decision.reviewerId();
        undone.confirmerId = decision.confirmerId();
        undone.decidedAt = decision.decidedAt();
        undone.undoneBy = by;
        undone.undoneAt = at;
        return undone;
    }

    /** Returns the id for the latest decision with an undo window. */
    static String id(Review review) {
        return review.workOrder() + "/" + review.heldDecisions();
    }

    Verdict verdict(AccountCipher cipher) {
        return verdict.open(TABLE, id, cipher);
    }

    int number() {
        return number;
    }

    String reviewerId() {
        return reviewerId;
    }

    @Nullable
    String confirmerId() {
        return confirmerId;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String undoneBy() {
        return undoneBy;
    }

    Instant undoneAt() {
        return undoneAt;
    }
}
