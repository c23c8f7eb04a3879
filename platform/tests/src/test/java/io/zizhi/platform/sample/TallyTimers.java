package io.zizhi.platform.sample;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Records each fired timer in its tally. */
@ApplicationScoped
public class TallyTimers implements TimerOwner {

    public static final String OWNER_TYPE = "tally";

    private final TallyRepository tallies;

    @Inject
    TallyTimers(TallyRepository tallies) {
        this.tallies = tallies;
    }

    @Override
    public String ownerType() {
        return OWNER_TYPE;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return tallies.lockSkippingLocked(ownerIds);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> timers, Instant now) {
        return Multi.createFrom()
                .iterable(timers)
                .onItem()
                .transformToUniAndConcatenate(timer -> tallies.findById(timer.ownerId())
                        .invoke(tally -> tally.add(timer.dueAt().isAfter(now) ? "EARLY" : timer.kind())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
