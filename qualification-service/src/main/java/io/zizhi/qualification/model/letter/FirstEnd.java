package io.zizhi.qualification.model.letter;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the earliest expiry date of a form: of the certificate, the id documents, or the letter with its renewals. The
 * row of the qualification stores it, because lists are sorted by it. Must be called inside a transaction.
 */
@ApplicationScoped
public class FirstEnd {

    private final LetterRepository letters;
    private final Clock clock;

    FirstEnd(LetterRepository letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Returns the earliest expiry date, or empty if the form has none. Locks the letter until the transaction ends. A
     * caller that changes a qualification must lock the qualification first.
     */
    public Uni<Optional<LocalDate>> of(String accountId, QualificationForm form) {
        return Optional.ofNullable(form.letterId())
                .map(letter -> letters.lastDayKept(accountId, letter, LocalDate.now(clock.withZone(Period.ZONE))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(ofLetter -> Stream.concat(form.earliestEnd().stream(), ofLetter.stream())
                        .min(Comparator.naturalOrder()));
    }
}
