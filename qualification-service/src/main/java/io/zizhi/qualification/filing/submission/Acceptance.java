package io.zizhi.qualification.filing.submission;

import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.precheck.facts.Facts;
import java.util.List;

/**
 * A submission that has passed all checks outside the transaction.
 *
 * @param caller the applicant
 * @param id id of the qualification
 * @param version the version that was evaluated
 * @param key idempotency key of the submission
 * @param facts facts from other services
 * @param personAccounts other accounts of the persons of the submission, who may not review it
 */
public record Acceptance(
        Caller caller, long id, long version, IdempotencyKey key, Facts facts, List<String> personAccounts) {

    String accountId() {
        return caller.requireAccount();
    }
}
