package io.zizhi.qualification.filing.lettersubmission;

import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.filing.submission.IdempotencyKey;
import io.zizhi.qualification.precheck.facts.LetterFacts;

/**
 * A submission of a letter that has passed all checks outside the transaction.
 *
 * @param caller the applicant
 * @param id id of the letter
 * @param version the version that was evaluated
 * @param key idempotency key of the submission
 * @param facts facts from other services
 */
record LetterAcceptance(Caller caller, long id, long version, IdempotencyKey key, LetterFacts facts) {

    String accountId() {
        return caller.requireAccount();
    }
}
