package io.zizhi.qualification.letterexpiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterEvent;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.LetterContact;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.qualification.expiry.ExpiryPoint;
import io.zizhi.qualification.expiry.ExpiryStage;
import io.zizhi.qualification.letter.AuthorizationLetter;
import io.zizhi.qualification.letter.LetterContactRepository;
import io.zizhi.qualification.letter.LetterRecord;
import io.zizhi.qualification.letter.LetterRepository;
import io.zizhi.qualification.letter.LetterTimelineEntry;
import io.zizhi.qualification.timeline.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells, in the transaction of the timer, that a letter ends or has ended. Nothing is told of one that was renewed
 * meanwhile, nor is anybody reminded of what has ended already.
 *
 * @see AuthorizationLetterExpiring
 * @see AuthorizationLetterExpired
 */
@ApplicationScoped
class TellLetterExpiry {

    private final LetterRepository letters;
    private final LetterExpiryRepository expiries;
    private final LetterContactRepository contacts;
    private final Outbox outbox;
    private final LetterRecord record;

    @Inject
    TellLetterExpiry(
            LetterRepository letters,
            LetterExpiryRepository expiries,
            LetterContactRepository contacts,
            Outbox outbox,
            LetterRecord record) {
        this.letters = letters;
        this.expiries = expiries;
        this.contacts = contacts;
        this.outbox = outbox;
        this.record = record;
    }

    Uni<Void> handle(long letterId, ExpiryPoint point, Instant now) {
        if (point.isReminderAfterTheEnd(now)) {
            return Uni.createFrom().voidItem();
        }
        return expiries.isRenewed(letterId, point.endsOn())
                .chain(renewed -> renewed
                        ? Uni.createFrom().voidItem()
                        : letters.lockAny(letterId).chain(letter -> tell(letter, point, now)));
    }

    private Uni<Void> tell(AuthorizationLetter letter, ExpiryPoint point, Instant now) {
        return contact(letter)
                .chain(contact -> outbox.append(event(letter, contact.orElse(null), point, now)))
                .chain(() -> record.append(entry(letter, point, now)));
    }

    private Uni<Optional<LetterContact>> contact(AuthorizationLetter letter) {
        return letter.creditCode()
                .map(code -> contacts.newest(letter.accountId(), code))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static AuthorizationLetterEvent event(
            AuthorizationLetter letter, @Nullable LetterContact contact, ExpiryPoint point, Instant now) {
        long workOrder = letter.currentOrder().orElseThrow();
        LocalDate endsOn = point.endsOn();
        return point.stage() == ExpiryStage.EXPIRED
                ? new AuthorizationLetterExpired(
                        letter.id(),
                        workOrder,
                        letter.accountId(),
                        letter.name(),
                        contact,
                        endsOn,
                        ExpiryStage.EXPIRED.at(endsOn))
                : new AuthorizationLetterExpiring(
                        letter.id(),
                        workOrder,
                        letter.accountId(),
                        letter.name(),
                        contact,
                        point.daysLeft(now),
                        endsOn);
    }

    private static LetterTimelineEntry entry(AuthorizationLetter letter, ExpiryPoint point, Instant now) {
        String endsOn = point.endsOn().toString();
        return point.stage() == ExpiryStage.EXPIRED
                ? LetterTimelineEntry.byClock(Act.EXPIRED, letter, now, Map.of("endsOn", endsOn))
                : LetterTimelineEntry.byClock(
                        Act.EXPIRING, letter, now, Map.of("endsOn", endsOn, "daysLeft", point.daysLeft(now)));
    }
}
