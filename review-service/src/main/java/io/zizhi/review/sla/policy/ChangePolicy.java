package io.zizhi.review.sla.policy;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.sla.settings.ClockDataRepository;
import jakarta.enterprise.context.ApplicationScoped;

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
     * Changes the policy. An unchanged policy creates no version. A repeated change gets the first response.
     *
     * @param expected the version that the operator saw
     */
    @WithTransaction
    public Uni<PolicyView> change(String name, long expected, PolicyRequest request, Caller operator) {
        ClockPolicy wanted = PolicyRules.check(name, request);
        return repository
                .lockForChange()
                .chain(() -> Policies.history(repository, name))
                .chain(versions -> repository
                        .policies()
                        .change(
                                versions.stream().findFirst(),
                                expected,
                                wanted,
                                operator.subject(),
                                () -> audit.record(operator, "clock-policy.changed", "clock-policy", name, null)))
                .map(PolicyView::from);
    }
}
