package io.zizhi.qualification.outcome.letterexpiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Evidence;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.outcome.expiry.ExpiryPoint;
import io.zizhi.qualification.outcome.expiry.ReminderConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Arms and cancels the expiry timers of a letter. Callers must have locked its row. */
@ApplicationScoped
public class LetterExpiryWatch {

    static final String OWNER = "letter-expiry";

    /** An approved letter never changes, so its timers are armed only once. */
    private static final int CYCLE = 1;

    private final Timers timers;
    private final DatabaseTime time;
    private final ReminderConfig reminders;

    LetterExpiryWatch(Timers timers, DatabaseTime time, ReminderConfig reminders) {
        this.timers = timers;
        this.time = time;
        this.reminders = reminders;
    }

    /** Arms the timers of an approved letter. */
    public Uni<Void> start(AuthorizationLetter letter) {
        return time.now()
                .chain(now -> timers.armAll(
                        OWNER, letter.id(), CYCLE, ExpiryPoint.ahead(endOf(letter), reminders.remindAt(), now)));
    }

    /** Returns the expiry date, unless the letter is long-term. */
    private static List<EvidenceEnd> endOf(AuthorizationLetter letter) {
        return EvidenceEnd.of(Evidence.AUTHORIZATION_LETTER, letter.lastDay().orElse(null)).stream()
                .toList();
    }

    /** Cancels all timers of a deleted letter. */
    public Uni<Void> stop(long letterId) {
        return timers.cancelAll(OWNER, letterId);
    }
}
