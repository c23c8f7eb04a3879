package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;

/** Arms and cancels the expiry timers of a qualification. Callers must have locked its row. */
@ApplicationScoped
public class ExpiryWatch {

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

    /** Replaces all timers of the qualification by the timers of the new revision in force. */
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

    /** Cancels all timers of a deleted qualification. */
    public Uni<Void> stop(long qualificationId) {
        return timers.cancelAll(OWNER, qualificationId);
    }
}
