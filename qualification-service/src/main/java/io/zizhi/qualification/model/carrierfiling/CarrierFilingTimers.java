package io.zizhi.qualification.model.carrierfiling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.OwnerRows;
import io.zizhi.platform.timers.TimerOwner;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The due times of carrier filings: until when the filing system must file one, and until when the carrier must answer.
 * A filing that misses its due time is marked and recorded once; nothing else happens to it.
 */
@ApplicationScoped
public class CarrierFilingTimers implements TimerOwner {

    static final String OWNER = "carrier-filing";

    private static final String FILE = "FILE";
    private static final String ANSWER = "ANSWER";

    /** Each kind is armed only once for a filing. */
    private static final int CYCLE = 1;

    private static final OwnerRows<CarrierFiling> FILINGS =
            new OwnerRows<>(CarrierFiling.class, "carrier_filing", "id", CarrierFiling::id);

    private final Timers timers;
    private final CarrierFilingTimeline timeline;
    private final Counter overdue;

    CarrierFilingTimers(Timers timers, CarrierFilingTimeline timeline, MeterRegistry metrics) {
        this.timers = timers;
        this.timeline = timeline;
        this.overdue = Counter.builder("zizhi_carrier_filings_became_overdue")
                .description("Carrier filings that missed a due time")
                .register(metrics);
    }

    /** Arms the timers of new filings. */
    Uni<Void> watchFiling(List<CarrierFiling> filings) {
        return timers.armAll(
                OWNER,
                CYCLE,
                filings.stream()
                        .collect(Collectors.toMap(
                                CarrierFiling::id,
                                filing -> Map.of(FILE, filing.dueAt().orElseThrow()))));
    }

    /** Replaces the timer of a filing that was filed. */
    public Uni<Void> watchAnswer(CarrierFiling filing) {
        return stop(filing)
                .chain(() -> timers.arm(
                        OWNER, filing.id(), ANSWER, CYCLE, filing.dueAt().orElseThrow()));
    }

    public Uni<Void> stop(CarrierFiling filing) {
        return timers.cancelAll(OWNER, filing.id());
    }

    @Override
    public String ownerType() {
        return OWNER;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> filingIds) {
        return FILINGS.lockFree(filingIds);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> fired, Instant now) {
        return FILINGS.locked(fired.stream().map(FiredTimer::ownerId).toList())
                .map(filings -> filings.values().stream()
                        .filter(filing -> filing.markOverdue(now))
                        .toList())
                .invoke(late -> overdue.increment(late.size()))
                .chain(late -> timeline.record(Actor.CLOCK, Act.CARRIER_FILING_OVERDUE, late, now));
    }
}
