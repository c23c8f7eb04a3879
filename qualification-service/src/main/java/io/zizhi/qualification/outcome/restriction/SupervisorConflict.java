package io.zizhi.qualification.outcome.restriction;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.model.qualification.Qualification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Refuses supervisors with a conflict of interest: those of the qualification's account or company. */
@ApplicationScoped
public class SupervisorConflict {

    private final AccountIdentityRepository identities;

    SupervisorConflict(AccountIdentityRepository identities) {
        this.identities = identities;
    }

    /** Fails with 403 if the supervisor's token names the qualification's account or an account of the same company. */
    public Uni<Void> requireNone(Caller supervisor, Qualification qualification) {
        String own = supervisor.accountId();
        if (own == null) {
            return Uni.createFrom().voidItem();
        }
        if (own.equals(qualification.accountId())) {
            return Uni.createFrom().failure(conflicted());
        }
        return identities
                .verified(own)
                .invoke(identity -> requireOtherCompany(identity, qualification))
                .replaceWithVoid();
    }

    private static void requireOtherCompany(Optional<VerifiedIdentity> identity, Qualification qualification) {
        Optional<String> company = identity.map(VerifiedIdentity::creditCode);
        if (company.isPresent() && company.equals(qualification.creditCode())) {
            throw conflicted();
        }
    }

    private static ProblemException conflicted() {
        return Problems.forbidden(
                "SUPERVISOR_CONFLICTED",
                "You have a conflict of interest with the owner of this qualification; another person must act.");
    }
}
