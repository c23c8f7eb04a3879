package io.zizhi.qualification.filing.submission;

import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.precheck.Facts;

/**
 * A submission that everybody who had to be asked agreed to.
 *
 * @param caller who submits
 * @param id the qualification
 * @param version the version that was evaluated
 * @param key the submission's name
 * @param facts what was found
 */
public record Acceptance(Caller caller, long id, long version, IdempotencyKey key, Facts facts) {

    String accountId() {
        return caller.requireAccount();
    }
}
