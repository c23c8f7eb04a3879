package io.zizhi.qualification.filing.lettersubmission;

import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.filing.submission.IdempotencyKey;
import io.zizhi.qualification.precheck.LetterFacts;

/**
 * A submission of a letter that everybody who had to be asked agreed to.
 *
 * @param caller who submits
 * @param id the letter
 * @param version the version that was evaluated
 * @param key the submission's name
 * @param facts what was found
 */
record LetterAcceptance(Caller caller, long id, long version, IdempotencyKey key, LetterFacts facts) {

    String accountId() {
        return caller.requireAccount();
    }
}
