package io.zizhi.qualification.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.letter.AuthorizationLetter;
import io.zizhi.qualification.letter.LetterRepository;
import io.zizhi.qualification.letter.LetterStatus;
import io.zizhi.qualification.letter.OpenLetter;
import io.zizhi.qualification.letter.OpenedLetter;
import io.zizhi.qualification.precheck.AttachedLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Looks up the letter that a form names; used inside a transaction. */
@ApplicationScoped
public class ReadAttachedLetter {

    private final LetterRepository letters;
    private final OpenLetter open;

    @Inject
    ReadAttachedLetter(LetterRepository letters, OpenLetter open) {
        this.letters = letters;
        this.open = open;
    }

    Uni<Optional<AttachedLetter>> of(String accountId, Particulars form) {
        return Optional.ofNullable(form.letterId())
                .map(id -> letters.findIfThere(accountId, id))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found ->
                        found.map(this::read).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<AttachedLetter>> read(AuthorizationLetter letter) {
        return letters.isTaken(letter.accountId(), letter.name(), letter.id())
                .chain(taken -> open.open(letter).map(opened -> Optional.of(attached(opened, taken))));
    }

    private static AttachedLetter attached(OpenedLetter opened, boolean nameTaken) {
        LetterStatus status = opened.letter().status();
        return new AttachedLetter(
                opened.letter().id(),
                opened.letter().nextNumber(),
                opened.form(),
                status == LetterStatus.APPROVED,
                status == LetterStatus.IN_REVIEW,
                nameTaken);
    }
}
