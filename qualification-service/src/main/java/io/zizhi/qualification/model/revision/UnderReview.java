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
 * What is handed in for review, a revision or a letter: what the pre-check found in it, when the desk has to be done, and what
 * it decided. {@link ReviewSeal} alone can read the words of a decision.
 */
@MappedSuperclass
public abstract class UnderReview {

    /** What the pre-check found that is not as it must be. */
    private @Nullable JsonObject evaluation;

    private @Nullable Instant dueAt;

    private @Nullable String clockPolicy;

    private boolean dueProvisional;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewOutcome outcome;

    private byte @Nullable [] decision;

    private @Nullable Instant decidedAt;

    /** Where the words of its decision stand. */
    protected abstract FieldAddress decisionAddress();

    void keep(JsonObject newEvaluation) {
        evaluation = newEvaluation;
    }

    Optional<JsonObject> evaluation() {
        return Optional.ofNullable(evaluation);
    }

    /** Notes when the desk has to be done with it; {@code provisional} where a day on the way is not published yet. */
    public void schedule(Instant newDueAt, String policy, boolean provisional) {
        dueAt = newDueAt;
        clockPolicy = policy;
        dueProvisional = provisional;
    }

    /** The desk has more time, by the same clock. */
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
