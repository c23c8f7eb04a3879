package io.zizhi.review.sla.allocation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.review.clock.PolicyAllocation;
import io.zizhi.review.sla.settings.ClockDataRepository;
import io.zizhi.review.sla.settings.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Changes the policy allocation. The new version applies to new submissions and to unfinished reviews. */
@ApplicationScoped
public class ChangeAllocation {

    private final ClockDataRepository repository;
    private final OperationsAudit audit;

    ChangeAllocation(ClockDataRepository repository, OperationsAudit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /**
     * An unchanged allocation creates no version. A repeated change gets the first answer.
     *
     * @param expected the version that the operator saw
     */
    @WithTransaction
    public Uni<AllocationView> change(long expected, AllocationRequest request, Caller operator) {
        return repository
                .lockForChange()
                .chain(() -> repository.policies(Long.MAX_VALUE))
                .map(policies -> AllocationForm.check(request, policies))
                .chain(wanted -> newest().chain(newest -> change(newest, expected, wanted, operator)))
                .map(AllocationView::from);
    }

    private Uni<Version<PolicyAllocation>> change(
            Version<PolicyAllocation> newest, long expected, PolicyAllocation wanted, Caller operator) {
        if (newest.isAnswerTo(expected, wanted, operator.subject())) {
            return Uni.createFrom().item(newest);
        }
        if (newest.number() != expected) {
            throw Problems.preconditionFailed("The allocation has version " + newest.number() + ".");
        }
        return repository
                .add(wanted, newest.number() + 1, operator.subject())
                .chain(() -> audit.note(operator, "clock-allocation.changed", "clock-allocation", "allocation", null))
                .chain(this::newest);
    }

    private Uni<Version<PolicyAllocation>> newest() {
        return repository.allocation(Long.MAX_VALUE).map(Optional::orElseThrow);
    }
}
