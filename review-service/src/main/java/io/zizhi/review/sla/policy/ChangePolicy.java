package io.zizhi.review.sla.policy;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.platform.operations.Parameters;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.sla.settings.ClockDataRepository;
import io.zizhi.review.sla.settings.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Changes a policy. The new version applies to new submissions and to unfinished reviews. */
@ApplicationScoped
public class ChangePolicy {

    private final ClockDataRepository repository;
    private final OperationsAudit audit;

    ChangePolicy(ClockDataRepository repository, OperationsAudit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /**
     * An unchanged policy creates no version. A repeated change gets the first answer.
     *
     * @param expected the version that the operator saw
     */
    @WithTransaction
    public Uni<PolicyView> change(String name, long expected, PolicyRequest request, Caller operator) {
        if (!Parameters.isStorable(name)) {
            Policies.known(List.of());
        }
        ClockPolicy wanted = PolicyRules.check(name, request);
        return repository
                .lockForChange()
                .chain(() -> repository.versionsOf(name))
                .map(versions -> Policies.known(versions).getFirst())
                .chain(newest -> change(newest, expected, wanted, operator))
                .map(PolicyView::from);
    }

    private Uni<Version<ClockPolicy>> change(
            Version<ClockPolicy> newest, long expected, ClockPolicy wanted, Caller operator) {
        if (newest.isAnswerTo(expected, wanted, operator.subject())) {
            return Uni.createFrom().item(newest);
        }
        if (newest.number() != expected) {
            throw Problems.preconditionFailed("The policy has version " + newest.number() + ".");
        }
        String name = wanted.name();
        return repository
                .add(wanted, newest.number() + 1, operator.subject())
                .chain(() -> audit.note(operator, "clock-policy.changed", "clock-policy", name, null))
                .chain(() -> repository.versionsOf(name))
                .map(List::getFirst);
    }
}
