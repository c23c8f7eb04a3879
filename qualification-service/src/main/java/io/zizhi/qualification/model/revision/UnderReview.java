package io.zizhi.qualification.model.revision;

import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A submission under review, of a revision or a letter. It holds the pre-check results, the due time and the decision.
 * Only {@link ReviewSeal} can read the notes of a decision.
 */
@MappedSuperclass
public abstract class UnderReview {

    /** Results of the pre-check, without passed checks. */
    private @Nullable JsonObject evaluation;

    private @Nullable Instant dueAt;

    private @Nullable String clockPolicy;

    private boolean dueProvisional;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewOutcome outcome;

    private byte @Nullable [] decision;

    private @Nullable Instant decidedAt;

    /** Returns the encryption address of the decision's notes. */
    protected abstract FieldAddress decisionAddress();

    void store(JsonObject newEvaluation) {
        evaluation = newEvaluation;
    }

    Optional<JsonObject> evaluation() {
        return Optional.ofNullable(evaluation);
    }

    /** Sets the due time of the review; {@code provisional} if it depends on days without an official calendar. */
    public void schedule(Instant newDueAt, String policy, boolean provisional) {
        dueAt = newDueAt;
        clockPolicy = policy;
        dueProvisional = provisional;
    }

    /** Sets a later due time under the same policy. */
    public void postpone(Instant newDueAt, boolean provisional) {
        dueAt = newDueAt;
        dueProvisional = provisional;
    }

    void decide(ReviewOutcome newOutcome, byte[] sealedDecision, Instant at) {
        outcome = newOutcome;
        decision = sealedDecision;
        decidedAt = at;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable String clockPolicy() {
        return clockPolicy;
    }

    public boolean dueProvisional() {
        return dueProvisional;
    }

    public Optional<ReviewOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    byte @Nullable [] decision() {
        return decision;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
