package io.zizhi.qualification.model.revision;

import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.form.StoredJson;
import java.time.Instant;
import java.util.Optional;

/** Puts what is found and said of a submission into it and takes it out again: what the reviewer wrote goes in encrypted. */
public abstract class ReviewSeal {

    private final StoredJson json;

    protected ReviewSeal(StoredJson json) {
        this.json = json;
    }

    /** Keeps what the pre-check found when it was submitted. */
    public void keep(UnderReview submitted, Object evaluation) {
        submitted.keep(new JsonObject(json.write(evaluation)));
    }

    /** What the pre-check found, in the form in which it was kept; nothing for what was submitted before it was. */
    public <T> Optional<T> evaluation(UnderReview submitted, Class<T> form) {
        return submitted.evaluation().map(kept -> json.read(kept.encode(), form));
    }

    public void decide(
            UnderReview submitted, ReviewOutcome outcome, Decision decision, Instant at, AccountCipher cipher) {
        submitted.decide(outcome, cipher.encrypt(json.write(decision), submitted.decisionAddress()), at);
    }

    /** What the reviewer said, once it is decided. */
    public Optional<Decision> decision(UnderReview submitted, AccountCipher cipher) {
        return Optional.ofNullable(cipher.decryptOrNull(submitted.decision(), submitted.decisionAddress()))
                .map(text -> json.read(text, Decision.class));
    }
}
