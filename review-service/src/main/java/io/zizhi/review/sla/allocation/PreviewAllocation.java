package io.zizhi.review.sla.allocation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.sla.reschedule.ForeseeMoves;
import io.zizhi.review.sla.settings.ClockDataRepository;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the reviews that would move under other allocation rules. Changes nothing. */
@ApplicationScoped
public class PreviewAllocation {

    private final ClockDataRepository repository;
    private final CurrentClock clock;
    private final ForeseeMoves moves;

    PreviewAllocation(ClockDataRepository repository, CurrentClock clock, ForeseeMoves moves) {
        this.repository = repository;
        this.clock = clock;
        this.moves = moves;
    }

    @WithSession
    public Uni<AllocationPreviewView> preview(AllocationRequest request) {
        return repository
                .policies()
                .current()
                .map(policies -> AllocationForm.check(request, policies))
                .chain(clock::with)
                .chain(moves::under)
                .map(AllocationPreviewView::from);
    }
}
