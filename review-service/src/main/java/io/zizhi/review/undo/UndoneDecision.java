package io.zizhi.review.undo;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.encryption.AccountCipher;
import io.zizhi.platform.encryption.FieldAddress;
import io.zizhi.review.decision.Decision;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.decision.WrittenFindings;
import io.zizhi.review.desk.Review;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision that was taken back before anybody outside the desk heard of it. Its words are encrypted as a whole. */
@Entity
@Table(name = "undone_decision")
public class UndoneDecision {

    private static final String TABLE = "undone_decision";
    private static final String FINDINGS = "findings";

    /** Work order and number; binds the ciphertext to its place, too. */
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "work_order")
    private long workOrder;

    @Column(name = "number")
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private ReviewOutcome outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "letter_outcome")
    private @Nullable ReviewOutcome letterOutcome;

    @Column(name = FINDINGS)
    private byte[] findings;

    @Column(name = "reviewer_id")
    private String reviewerId;

    @Column(name = "confirmer_id")
    private @Nullable String confirmerId;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "undone_by")
    private String undoneBy;

    @Column(name = "undone_at")
    private Instant undoneAt;

    /** For Hibernate. */
    protected UndoneDecision() {}

    static UndoneDecision of(Review review, Decision decision, String by, Instant at, AccountCipher cipher) {
        Verdict verdict = decision.verdict(cipher);
        UndoneDecision undone = new UndoneDecision();
        undone.id = id(review);
        undone.workOrder = review.workOrder();
        undone.number = review.heldDecisions();
        undone.outcome = verdict.outcome();
        undone.letterOutcome = verdict.letterOutcome();
        undone.findings = cipher.encrypt(WrittenFindings.write(verdict.findings()), undone.address());
        undone.reviewerId = decision.reviewerId();
        undone.confirmerId = decision.confirmerId();
        undone.decidedAt = decision.decidedAt();
        undone.undoneBy = by;
        undone.undoneAt = at;
        return undone;
    }

    /** Of the last decision that could be undone. */
    static String id(Review review) {
        return review.workOrder() + "/" + review.heldDecisions();
    }

    /** In clear. */
    Verdict verdict(AccountCipher cipher) {
        return new Verdict(outcome, WrittenFindings.read(cipher.decrypt(findings, address())), letterOutcome);
    }

    private FieldAddress address() {
        return new FieldAddress(TABLE, FINDINGS, id);
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
