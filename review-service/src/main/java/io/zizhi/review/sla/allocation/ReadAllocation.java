package io.zizhi.review.sla.allocation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.review.sla.settings.ClockDataRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows who gets which policy, and who got which before. */
@ApplicationScoped
public class ReadAllocation {

    private final ClockDataRepository repository;

    ReadAllocation(ClockDataRepository repository) {
        this.repository = repository;
    }

    /** There is always one: the service brings the first along. */
    @WithSession
    public Uni<AllocationView> newest() {
        return repository.allocation(Long.MAX_VALUE).map(Optional::orElseThrow).map(AllocationView::from);
    }

    @WithSession
    public Uni<Page<AllocationView>> versions() {
        return repository
                .allocations()
                .map(versions ->
                        new Page<>(versions.stream().map(AllocationView::from).toList(), null));
    }
}
