package io.zizhi.qualification.outcome.letterexpiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.LetterContact;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterContactRepository;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.outcome.expiry.ExpiryPoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Publishes in the transaction of the timers that letters expire soon or have expired. Uses one statement per kind of
 * row for any number of letters. Skips letters that were renewed without a gap.
 *
 * @see AuthorizationLetterExpiring
 * @see AuthorizationLetterExpired
 */
@ApplicationScoped
class PublishLetterExpiry {

    private final LetterExpiryRepository expiries;
    private final LetterContactRepository contacts;
    private final Outbox outbox;
    private final LetterRecord record;

    PublishLetterExpiry(
            LetterExpiryRepository expiries, LetterContactRepository contacts, Outbox outbox, LetterRecord record) {
        this.expiries = expiries;
        this.contacts = contacts;
        this.outbox = outbox;
        this.record = record;
    }

    /** @param reached stages of letters that are locked by {@link LetterExpiryRepository#lockFree} */
    Uni<Void> handle(Map<Long, ExpiryPoint> reached, Instant now) {
        if (reached.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return expiries.renewed(lastDays(reached))
                .chain(renewed -> expiries.locked(reached.keySet()).map(letters -> ending(reached, renewed, letters)))
                .chain(endings -> contacts.newestOf(
                                endings.stream().map(LetterEnding::letter).toList())
                        .chain(found -> publish(endings, found, now)));
    }

    private static Map<Long, LocalDate> lastDays(Map<Long, ExpiryPoint> reached) {
        return reached.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, point -> point.getValue().endsOn()));
    }

    private static List<LetterEnding> ending(
            Map<Long, ExpiryPoint> reached, Set<Long> renewed, Map<Long, AuthorizationLetter> letters) {
        return reached.entrySet().stream()
                .filter(each -> !renewed.contains(each.getKey()))
                .flatMap(each -> Optional.ofNullable(letters.get(each.getKey()))
                        .map(letter -> new LetterEnding(letter, each.getValue()))
                        .stream())
                .toList();
    }

    private Uni<Void> publish(List<LetterEnding> endings, Map<Long, LetterContact> found, Instant now) {
        return outbox.appendAll(endings.stream()
                        .map(ending -> ending.event(found.get(ending.letter().id()), now))
                        .toList())
                .chain(() -> record.appendAll(
                        endings.stream().map(ending -> ending.entry(now)).toList()));
    }
}
