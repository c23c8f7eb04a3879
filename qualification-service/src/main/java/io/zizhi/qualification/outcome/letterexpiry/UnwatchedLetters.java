package io.zizhi.qualification.outcome.letterexpiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.outcome.expiry.ExpiryPoint;
import io.zizhi.qualification.outcome.expiry.ReminderConfig;
import io.zizhi.qualification.outcome.unwatched.Unwatched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Letters that were approved before there were reminders: with one statement for each kind of row. */
@ApplicationScoped
public class UnwatchedLetters implements Unwatched {

    private final LetterExpiryRepository expiries;
    private final Timers timers;
    private final DatabaseTime time;
    private final ReminderConfig reminders;

    UnwatchedLetters(LetterExpiryRepository expiries, Timers timers, DatabaseTime time, ReminderConfig reminders) {
        this.expiries = expiries;
        this.timers = timers;
        this.time = time;
        this.reminders = reminders;
    }

    @Override
    public String ownerType() {
        return LetterExpiryWatch.OWNER;
    }

    @Override
    public Uni<List<Long>> lockFree(List<Long> ids) {
        return expiries.lockFree(ids);
    }

    @Override
    public Uni<Void> watch(List<Long> ids) {
        return expiries.locked(Set.copyOf(ids))
                .chain(letters -> time.now()
                        .chain(now -> timers.armAll(
                                LetterExpiryWatch.OWNER, LetterExpiryWatch.CYCLE, points(letters.values(), now))));
    }

    private Map<Long, Map<String, Instant>> points(Collection<AuthorizationLetter> letters, Instant now) {
        return letters.stream()
                .filter(letter -> letter.status() == LetterStatus.APPROVED && !letter.isDeleted())
                .collect(Collectors.toMap(
                        AuthorizationLetter::id,
                        letter -> ExpiryPoint.fromWhereTheyStand(
                                LetterExpiryWatch.endOf(letter), reminders.remindAt(), now)));
    }
}
