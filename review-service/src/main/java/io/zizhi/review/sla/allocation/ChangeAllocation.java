package io.zizhi.review.sla.allocation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.review.sla.settings.ClockDataRepository;
import jakarta.enterprise.context.ApplicationScoped;

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
     * Changes the allocation. Unchanged rules create no version. A repeated change gets the first response.
     *
     * @param expected the version that the operator saw
     */
    @WithTransaction
    public Uni<AllocationView> change(long expected, AllocationRequest request, Caller operator) {
        return repository
                .lockForChange()
                .chain(() -> repository.policies().current())
                .map(policies -> AllocationForm.check(request, policies))
                .chain(wanted -> repository
                        .allocation()
                        .current()
                        .chain(newest -> repository
                                .allocation()
                                .change(
                                        newest.stream().findFirst(),
                                        expected,
                                        wanted,
                                        operator.subject(),
                                        () -> audit.record(
                                                operator,
                                                "clock-allocation.changed",
                                                "clock-allocation",
                                                "allocation",
                                                null))))
                .map(AllocationView::from);
    }
}
