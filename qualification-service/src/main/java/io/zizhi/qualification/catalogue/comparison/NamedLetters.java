package io.zizhi.qualification.catalogue.comparison;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Compares the authorization letters that two revisions name, for the applicant. Call it inside a transaction. */
@ApplicationScoped
class NamedLetters {

    private final SubmittedLetters submitted;
    private final LetterRepository letters;
    private final LetterSeal seal;

    NamedLetters(SubmittedLetters submitted, LetterRepository letters, LetterSeal seal) {
        this.submitted = submitted;
        this.letters = letters;
        this.seal = seal;
    }

    /** Returns empty if neither revision names a letter. */
    Uni<Optional<LetterDifferenceView>> difference(
            Dossier dossier, Revision older, QualificationForm before, Revision newer, QualificationForm after) {
        return letter(dossier, older, before)
                .chain(old -> letter(dossier, newer, after)
                        .map(now -> old.isEmpty() && now.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        LetterDifferenceView.of(old.orElse(null), now.orElse(null), Reader.OWNER))));
    }

    private Uni<Optional<ComparedLetter>> letter(Dossier dossier, Revision revision, QualificationForm form) {
        return revision.workOrder().isPresent()
                ? submitted.then(revision, form).map(found -> found.map(letter -> submitted(dossier, letter)))
                : working(dossier, form);
    }

    private ComparedLetter submitted(Dossier dossier, LetterSubmission letter) {
        return ComparedLetter.of(letter, seal.open(letter, dossier.cipher()));
    }

    /** Returns the letter that the working copy names, as it is now. */
    private Uni<Optional<ComparedLetter>> working(Dossier dossier, QualificationForm form) {
        Long letterId = form.letterId();
        return letterId == null
                ? Uni.createFrom().item(Optional.empty())
                : letters.findIfThere(dossier.qualification().accountId(), letterId)
                        .map(found -> found.map(letter -> working(dossier, letter)));
    }

    private ComparedLetter working(Dossier dossier, AuthorizationLetter letter) {
        return new ComparedLetter(letter.id(), null, seal.open(letter, dossier.cipher()));
    }
}
