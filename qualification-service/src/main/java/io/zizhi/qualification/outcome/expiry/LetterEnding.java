package io.zizhi.qualification.outcome.expiry;

import io.zizhi.contracts.AuthorizationLetterEvent;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.LetterContact;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.timeline.Actor;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter that reached an expiry stage. Creates the event and the timeline entry.
 *
 * @param letter the letter
 * @param point the stage and the last day of validity
 */
record LetterEnding(AuthorizationLetter letter, ExpiryPoint point) {

    /** @param contact the contact to notify; null if there is no contact */
    AuthorizationLetterEvent event(@Nullable LetterContact contact, Instant now) {
        long workOrder = letter.currentOrder().orElseThrow();
        LocalDate endsOn = point.endsOn();
        return point.isOver()
                ? new AuthorizationLetterExpired(
                        letter.id(),
                        workOrder,
                        letter.accountId(),
                        letter.name(),
                        contact,
                        endsOn,
                        ExpiryStage.endOf(endsOn))
                : new AuthorizationLetterExpiring(
                        letter.id(),
                        workOrder,
                        letter.accountId(),
                        letter.name(),
                        contact,
                        point.daysLeft(now),
                        endsOn);
    }

    LetterTimelineEntry entry(Instant now) {
        return new LetterTimelineEntry(Actor.CLOCK, point.act(), letter, now, point.details(now));
    }
}
