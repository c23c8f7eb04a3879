package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.timeline.Act;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates a draft letter, which may be incomplete. */
@ApplicationScoped
public class DraftLetter {

    private final LetterRepository letters;
    private final LetterSeal seal;
    private final AccountCiphers ciphers;
    private final OpenLetter openLetter;
    private final LetterRecord record;
    private final Clock clock;
    private final int limit;

    DraftLetter(
            LetterRepository letters,
            LetterSeal seal,
            AccountCiphers ciphers,
            OpenLetter openLetter,
            LetterRecord record,
            Clock clock,
            QualificationLimits limits) {
        this.letters = letters;
        this.seal = seal;
        this.ciphers = ciphers;
        this.openLetter = openLetter;
        this.record = record;
        this.clock = clock;
        this.limit = limits.letters();
    }

    @WithTransaction
    public Uni<LetterView> handle(Caller caller, LetterForm form) {
        return open(caller, form, null, Map.of());
    }

    /**
     * Creates the draft inside a transaction.
     *
     * @param renewalOf id of the letter to be renewed; null for a new letter
     */
    Uni<LetterView> open(Caller caller, LetterForm form, @Nullable Long renewalOf, Map<String, Object> details) {
        String accountId = caller.requireAccount();
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return requireRoom(accountId)
                .chain(letters::nextId)
                .chain(id -> ciphers.forAccount(accountId)
                        .map(cipher -> seal.draft(id, accountId, form, renewalOf, cipher, now)))
                .call(letters::persist)
                .call(letters::flushNamed)
                .call(letter -> record.record(caller, Act.DRAFTED, letter, now, details))
                .chain(openLetter::open)
                .map(opened -> LetterView.from(opened, today));
    }

    /** Fails if the account has too many letters. Concurrent requests may exceed the limit by a few. */
    private Uni<Void> requireRoom(String accountId) {
        return letters.countOf(accountId)
                .invoke(count -> {
                    if (count >= limit) {
                        throw Problems.conflict(
                                "TOO_MANY_LETTERS", "The account has " + limit + " letters. Delete some.");
                    }
                })
                .replaceWithVoid();
    }
}
