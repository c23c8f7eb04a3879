package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.contracts.LetterContact;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.timers.OwnerRows;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.carrierfiling.CancelCarrierFilings;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterContactRepository;
import io.zizhi.qualification.model.letter.LetterRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Publishes that letters expire soon or have expired. Uses one statement per kind of row for any number of letters.
 * Skips letters that were renewed without a gap. Expiry cancels the carrier filings of signatures that no valid letter
 * authorises any more.
 *
 * @see AuthorizationLetterExpiring
 * @see AuthorizationLetterExpired
 */
@ApplicationScoped
class PublishLetterExpiry extends ExpiryTimers {

    private static final OwnerRows<AuthorizationLetter> LETTERS =
            new OwnerRows<>(AuthorizationLetter.class, "authorization_letter", "id", AuthorizationLetter::id);

    private final ExpiryRepository expiries;
    private final LetterContactRepository contacts;
    private final CancelCarrierFilings cancelFilings;
    private final Outbox outbox;
    private final LetterRecord record;

    PublishLetterExpiry(
            ExpiryRepository expiries,
            LetterContactRepository contacts,
            CancelCarrierFilings cancelFilings,
            Outbox outbox,
            LetterRecord record) {
        this.expiries = expiries;
        this.contacts = contacts;
        this.cancelFilings = cancelFilings;
        this.outbox = outbox;
        this.record = record;
    }

    @Override
    public String ownerType() {
        return ExpiryWatch.LETTER;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return LETTERS.lockFree(ownerIds);
    }

    @Override
    Uni<Void> publish(List<Reached> reached, Instant now) {
        return expiries.renewed(reached)
                .chain(renewed -> LETTERS.locked(
                                reached.stream().map(Reached::ownerId).toList())
                        .map(letters -> ending(reached, renewed, letters)))
                .chain(endings -> contacts.newestOf(
                                endings.stream().map(LetterEnding::letter).toList())
                        .chain(found -> append(endings, found, now)))
                .chain(() -> cancelFilings.ofLetters(ended(reached, now), CarrierFilingCause.EXPIRED, now));
    }

    private static List<LetterEnding> ending(
            List<Reached> reached, Set<Long> renewed, Map<Long, AuthorizationLetter> letters) {
        return reached.stream()
                .filter(each -> !renewed.contains(each.ownerId()))
                .map(each -> Optional.ofNullable(letters.get(each.ownerId()))
                        .map(letter -> new LetterEnding(letter, each.point())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Uni<Void> append(List<LetterEnding> endings, Map<Long, LetterContact> found, Instant now) {
        return outbox.appendAll(endings.stream()
                        .map(ending -> ending.event(found.get(ending.letter().id()), now))
                        .toList())
                .chain(() -> record.appendAll(
                        endings.stream().map(ending -> ending.entry(now)).toList()));
    }

    /** Returns the ended letters with the day after their last, or today if the timer is late. */
    private static Map<Long, LocalDate> ended(List<Reached> reached, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Period.ZONE);
        return reached.stream()
                .filter(each -> each.point().isOver())
                .collect(Collectors.toMap(
                        Reached::ownerId, each -> later(each.point().endsOn().plusDays(1), today)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
