package io.zizhi.qualification.filing.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.letter.OpenedLetter;
import io.zizhi.qualification.precheck.facts.AttachedLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Loads the letter that a form refers to, or the renewal in use instead of it. Call it inside a transaction. */
@ApplicationScoped
public class ReadAttachedLetter {

    private final LetterRepository letters;
    private final OpenLetter open;
    private final Clock clock;

    ReadAttachedLetter(LetterRepository letters, OpenLetter open, Clock clock) {
        this.letters = letters;
        this.open = open;
        this.clock = clock;
    }

    /** @param qualificationId the form's qualification; 0 if the form is not saved */
    Uni<Optional<AttachedLetter>> of(String accountId, QualificationForm form, long qualificationId) {
        return Optional.ofNullable(form.letterId())
                .map(id -> letters.findInUse(accountId, id, LocalDate.now(clock.withZone(Period.ZONE))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> found.map(letter -> read(letter, qualificationId))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<AttachedLetter>> read(AuthorizationLetter letter, long qualificationId) {
        return letters.isTaken(letter.accountId(), letter.name(), letter.id())
                .chain(taken -> open.open(letter).map(opened -> Optional.of(attached(opened, taken, qualificationId))));
    }

    private static AttachedLetter attached(OpenedLetter opened, boolean nameTaken, long qualificationId) {
        LetterStatus status = opened.letter().status();
        return new AttachedLetter(
                opened.letter().id(),
                opened.letter().nextNumber(),
                opened.letter().abandonedAttempts(),
                opened.form(),
                status == LetterStatus.APPROVED,
                status == LetterStatus.IN_REVIEW && !travelsWith(opened, qualificationId),
                nameTaken);
    }

    private static boolean travelsWith(OpenedLetter opened, long qualificationId) {
        return opened.current()
                .flatMap(LetterSubmission::qualificationId)
                .filter(id -> id == qualificationId)
                .isPresent();
    }
}
