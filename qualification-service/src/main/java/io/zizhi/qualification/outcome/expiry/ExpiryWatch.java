package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;

/** Arms and cancels the timers of a qualification; to be called with its row locked. */
@ApplicationScoped
public class ExpiryWatch {

    /** Owner type of the timers. */
    static final String OWNER = "qualification-expiry";

    private final ExpiryRepository expiries;
    private final Timers timers;
    private final DatabaseTime time;
    private final ReminderConfig reminders;

    ExpiryWatch(ExpiryRepository expiries, Timers timers, DatabaseTime time, ReminderConfig reminders) {
        this.expiries = expiries;
        this.timers = timers;
        this.time = time;
        this.reminders = reminders;
    }

    /** Evidence came into force with {@code inForce}: what was armed before means nothing any more. */
    public Uni<Void> start(Qualification qualification, Revision inForce) {
        return timers.cancelAll(OWNER, qualification.id())
                .chain(() -> expiries.nextCycle(qualification.id()))
                .chain(cycle -> time.now()
                        .chain(now -> timers.armAll(
                                OWNER,
                                qualification.id(),
                                cycle,
                                ExpiryPoint.ahead(inForce.evidenceEnds(), reminders.remindAt(), now))));
    }

    /** The qualification is no more. */
    public Uni<Void> stop(long qualificationId) {
        return timers.cancelAll(OWNER, qualificationId);
    }
}
