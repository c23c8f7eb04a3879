package io.zizhi.review.decision;

import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.review.review.Review;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a review. It is written once, with the review's last transition, and never changed. Undoing it
 * deletes it.
 */
@Entity
@Table(name = "decision")
public class Decision {

    @Id
    private long workOrder;

    private String accountId;

    @Enumerated(EnumType.STRING)
    private ReviewOutcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewOutcome letterOutcome;

    private String reviewerId;

    /** The second reviewer who confirmed it; null if no second reviewer was needed. */
    private @Nullable String confirmerId;

    private Instant decidedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "decision_point", joinColumns = @JoinColumn(name = "work_order"))
    @OrderColumn(name = "position")
    private List<DecisionPoint> points = new ArrayList<>();

    /** Used by Hibernate. */
    protected Decision() {}

    private Decision(
            Review review, Verdict verdict, String reviewerId, @Nullable String confirmerId, Instant decidedAt) {
        this.workOrder = review.workOrder();
        this.accountId = review.submission().accountId();
        this.outcome = verdict.outcome();
        this.letterOutcome = verdict.letterOutcome();
        this.reviewerId = reviewerId;
        this.confirmerId = confirmerId;
        this.decidedAt = decidedAt;
    }

    static Decision of(
            Review review,
            Verdict verdict,
            String reviewerId,
            @Nullable String confirmerId,
            Instant decidedAt,
            AccountCipher cipher) {
        Decision decision = new Decision(review, verdict, reviewerId, confirmerId, decidedAt);
        IntStream.range(0, verdict.findings().size())
                .mapToObj(position ->
                        DecisionPoint.encrypting(verdict.findings().get(position), cipher, decision.row(position)))
                .forEach(decision.points::add);
        return decision;
    }

    public Verdict verdict(AccountCipher cipher) {
        return new Verdict(
                outcome,
                IntStream.range(0, points.size())
                        .mapToObj(position -> points.get(position).decrypt(cipher, row(position)))
                        .toList(),
                letterOutcome);
    }

    /** Returns the event: codes and pointers, no notes. */
    ReviewDecided event(Review review) {
        Verdict verdict = withoutWords();
        return new ReviewDecided(
                review.workOrder(),
                review.submission().qualificationId(),
                review.submission().revision(),
                verdict.outcome(),
                verdict.reasons(),
                verdict.items(),
                reviewerId,
                decidedAt,
                review.submission().subject(),
                verdict.letterOutcome(),
                review.submission().letterId());
    }

    private Verdict withoutWords() {
        return new Verdict(
                outcome, points.stream().map(DecisionPoint::withoutWords).toList(), letterOutcome);
    }

    /** Returns the codes of its reasons or items. */
    List<String> codes() {
        return withoutWords().codes();
    }

    /**
     * Returns the differences between this decision and the verdict {@code asked} by {@code reviewer}; empty if it is
     * the same decision by the same reviewer.
     */
    List<Violation> differencesOf(Verdict asked, String reviewer, AccountCipher cipher) {
        List<Violation> differences = new ArrayList<>(verdict(cipher).differencesOf(asked));
        if (!reviewerId.equals(reviewer)) {
            differences.add(new Violation("", "DECIDED_BY_ANOTHER", "The review was decided by " + reviewerId + "."));
        }
        return differences;
    }

    /** Returns whether this person made or confirmed the decision. */
    public boolean isOf(String person) {
        return person.equals(reviewerId) || person.equals(confirmerId);
    }

    /** Returns whether {@code second} confirmed the decision as the second reviewer. */
    boolean isConfirmedBy(String second) {
        return second.equals(confirmerId);
    }

    /** Builds the 409 for callers who may read the review. It names the outcome, the reviewer and the time. */
    ProblemException conflict(List<Violation> differences) {
        return Problems.conflict(
                "REVIEW_DECIDED",
                "The review was decided: " + outcome + ", by " + reviewerId + ", at " + decidedAt + ".",
                differences);
    }

    private String row(int position) {
        return workOrder + "/" + position;
    }

    public long workOrder() {
        return workOrder;
    }

    public String accountId() {
        return accountId;
    }

    ReviewOutcome outcome() {
        return outcome;
    }

    public String reviewerId() {
        return reviewerId;
    }

    public @Nullable String confirmerId() {
        return confirmerId;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
