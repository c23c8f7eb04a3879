package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Evidence;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Arms and cancels the expiry timers of a qualification or a letter. Callers must have locked its row. */
@ApplicationScoped
public class ExpiryWatch {

    static final String QUALIFICATION = "qualification-expiry";
    static final String LETTER = "letter-expiry";

    /** An approved letter never changes, so its timers are armed only once. */
    private static final int CYCLE_OF_LETTERS = 1;

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
        return timers.cancelAll(QUALIFICATION, qualification.id())
                .chain(() -> expiries.nextCycle(qualification.id()))
                .chain(cycle -> arm(QUALIFICATION, qualification.id(), cycle, inForce.evidenceEnds()));
    }

    /** Arms the timers of an approved letter, unless it is long-term. */
    public Uni<Void> start(AuthorizationLetter letter) {
        List<EvidenceEnd> end = EvidenceEnd.of(
                        Evidence.AUTHORIZATION_LETTER, letter.lastDay().orElse(null))
                .stream()
                .toList();
        return arm(LETTER, letter.id(), CYCLE_OF_LETTERS, end);
    }

    private Uni<Void> arm(String owner, long id, int cycle, List<EvidenceEnd> ends) {
        return time.now()
                .chain(now -> timers.armAll(owner, id, cycle, ExpiryPoint.ahead(ends, reminders.remindAt(), now)));
    }

    /** Cancels all timers of a deleted qualification. */
    public Uni<Void> stop(Qualification qualification) {
        return timers.cancelAll(QUALIFICATION, qualification.id());
    }

    /** Cancels all timers of a deleted letter. */
    public Uni<Void> stop(AuthorizationLetter letter) {
        return timers.cancelAll(LETTER, letter.id());
    }
}
