package io.zizhi.platform.operations.keys;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.erasure.BeginErasure;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.platform.operations.keys.DamagedKeyRequest.Decision;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** Uses the damaged keys of an account again after their restore, or destroys them and erases its data. */
@ApplicationScoped
class DecideDamagedKey {

    private final AccountKeys keys;
    private final BeginErasure erasure;
    private final OperationsAudit audit;

    DecideDamagedKey(AccountKeys keys, BeginErasure erasure, OperationsAudit audit) {
        this.keys = keys;
        this.erasure = erasure;
        this.audit = audit;
    }

    /**
     * Fails with 404 if the keys of the account were not set aside. Fails with 409 if keys to use are still damaged, if
     * keys to destroy are not, and if a legal hold withholds the erasure.
     */
    @WithTransaction
    Uni<Void> decide(String accountId, DamagedKeyRequest request, Caller operator) {
        return (request.decision() == Decision.RESTORED ? takeBack(accountId) : destroy(accountId))
                .chain(() -> audit.record(
                        operator,
                        request.decision() == Decision.RESTORED ? "account-key.restored" : "account-key.destroyed",
                        "account-key",
                        accountId,
                        request.reason()));
    }

    private Uni<Void> takeBack(String accountId) {
        return keys.takeBack(accountId)
                .invoke(taken -> {
                    if (!taken.orElseThrow(DecideDamagedKey::notFound)) {
                        throw Problems.conflict(
                                "ACCOUNT_KEY_DAMAGED",
                                "The keys of this account still cannot be decrypted. Restore its row of account_key"
                                        + " from a backup first.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> destroy(String accountId) {
        return keys.areUsableAgain(accountId)
                .invoke(usable -> {
                    if (usable.orElseThrow(DecideDamagedKey::notFound)) {
                        throw Problems.conflict(
                                "ACCOUNT_KEY_USABLE",
                                "The keys of this account can be decrypted again. Decide RESTORED to use them.");
                    }
                })
                .chain(() -> erasure.begin(accountId))
                .invoke(begun -> {
                    if (!begun) {
                        throw Problems.conflict(
                                "ERASURE_WITHHELD",
                                "A legal hold forbids to erase the data of this account. Decide again after its end.");
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException notFound() {
        return Problems.notFound("ACCOUNT_KEY_NOT_DAMAGED", "The keys of this account were not set aside as damaged.");
    }
}
