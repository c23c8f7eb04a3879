package io.zizhi.qualification.model.letter;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.Particulars;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first day on which something of a form ends: certificate, id documents, or the letter that it names. Lists are sorted
 * by it, so it stands in the row of the qualification. Used inside a transaction.
 */
@ApplicationScoped
public class FirstEnd {

    private final LetterRepository letters;

    FirstEnd(LetterRepository letters) {
        this.letters = letters;
    }

    /** With the letter locked against changes until the transaction ends; whoever needs the qualification has locked it. */
    public Uni<Optional<LocalDate>> of(String accountId, Particulars form) {
        return Optional.ofNullable(form.letterId())
                .map(letter -> letters.lastDayKept(accountId, letter))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(ofLetter -> Stream.concat(form.earliestEnd().stream(), ofLetter.stream())
                        .min(Comparator.naturalOrder()));
    }
}
