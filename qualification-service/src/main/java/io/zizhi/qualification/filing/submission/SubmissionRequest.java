package io.zizhi.qualification.filing.submission;

import io.zizhi.platform.identity.Caller;

/**
 * A request to submit a qualification or a letter.
 *
 * @param caller the applicant
 * @param id id of the qualification or letter
 * @param version the version to submit, as given in {@code If-Match}
 * @param key idempotency key of the submission
 */
public record SubmissionRequest(Caller caller, long id, long version, IdempotencyKey key) {

    public String accountId() {
        return caller.requireAccount();
    }
}
