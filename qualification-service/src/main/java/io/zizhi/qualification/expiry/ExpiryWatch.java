package io.zizhi.qualification.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Arms and cancels the timers of a qualification; to be called with its row locked. */
@ApplicationScoped
public class ExpiryWatch {

    /** Owner type of the timers. */
    static final String OWNER = "qualification-expiry";

    private final FindEvidence evidence;
    private final ExpiryRepository expiries;
    private final Timers timers;
    private final Clock clock;

    @Inject
    ExpiryWatch(FindEvidence evidence, ExpiryRepository expiries, Timers timers, Clock clock) {
        this.evidence = evidence;
        this.expiries = expiries;
        this.timers = timers;
        this.clock = clock;
    }

    /** Evidence came into force with {@code inForce} or changed beside it: what was armed before means nothing any more. */
    public Uni<Void> start(Qualification qualification, Revision inForce) {
        return timers.cancelAll(OWNER, qualification.id())
                .chain(() -> expiries.nextCycle(qualification.id()))
                .chain(cycle -> evidence.of(qualification, inForce)
                        .map(ends -> ExpiryPoint.ahead(ends, clock.instant()))
                        .chain(points -> timers.armAll(OWNER, qualification.id(), cycle, points)));
    }

    /** The qualification is no more. */
    public Uni<Void> stop(long qualificationId) {
        return timers.cancelAll(OWNER, qualificationId);
    }
}
