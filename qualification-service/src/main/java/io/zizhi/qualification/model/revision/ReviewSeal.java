package io.zizhi.qualification.model.revision;

import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.form.StoredJson;
import java.time.Instant;
import java.util.Optional;

/** Writes pre-check results and decisions into a submission and reads them back. Notes of reviewers are encrypted. */
public abstract class ReviewSeal {

    private final StoredJson json;

    protected ReviewSeal(StoredJson json) {
        this.json = json;
    }

    /** Stores the pre-check results of the submission. */
    public void store(UnderReview submitted, Object evaluation) {
        submitted.store(new JsonObject(json.write(evaluation)));
    }

    /** Returns the stored pre-check results, read as {@code form}; empty if none are stored. */
    public <T> Optional<T> evaluation(UnderReview submitted, Class<T> form) {
        return submitted.evaluation().map(kept -> json.read(kept.encode(), form));
    }

    public void decide(
            UnderReview submitted, ReviewOutcome outcome, Decision decision, Instant at, AccountCipher cipher) {
        submitted.decide(outcome, cipher.encrypt(json.write(decision), submitted.decisionAddress()), at);
    }

    /** Returns the decision, if any, with the reviewer's notes. */
    public Optional<Decision> decision(UnderReview submitted, AccountCipher cipher) {
        return Optional.ofNullable(cipher.decryptOrNull(submitted.decision(), submitted.decisionAddress()))
                .map(text -> json.read(text, Decision.class));
    }
}
