package io.zizhi.qualification.filing.lettersubmission;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.filing.letterevaluation.LetterFactGathering;
import io.zizhi.qualification.filing.letterevaluation.LetterPreparation;
import io.zizhi.qualification.filing.letterevaluation.PrepareLetter;
import io.zizhi.qualification.filing.submission.Admission;
import io.zizhi.qualification.filing.submission.Checked;
import io.zizhi.qualification.filing.submission.SubmissionRequest;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.peer.document.Documents;
import io.zizhi.qualification.precheck.LetterPrecheck;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Submits a letter for its own review, for example a renewed one: evaluates it, pins its image, and calls {@link
 * AcceptLetter}. The pin uses the letter's id in place of a qualification's. {@code AuthorizationLetterSubmitted} makes
 * it permanent. If the submission fails, document-service releases it after ten minutes.
 *
 * @see io.zizhi.contracts.AuthorizationLetterSubmitted
 */
@ApplicationScoped
public class SubmitLetter {

    private final PrepareLetter prepare;
    private final LetterFactGathering facts;
    private final LetterPrecheck precheck;
    private final Documents documents;
    private final AcceptLetter accept;

    SubmitLetter(
            PrepareLetter prepare,
            LetterFactGathering facts,
            LetterPrecheck precheck,
            Documents documents,
            AcceptLetter accept) {
        this.prepare = prepare;
        this.facts = facts;
        this.precheck = precheck;
        this.documents = documents;
        this.accept = accept;
    }

    public Uni<LetterView> handle(SubmissionRequest request) {
        return Checked.of(check(request)).chain(checked -> accept.handle(request, checked));
    }

    private Uni<CheckedLetter> check(SubmissionRequest request) {
        return prepare.handle(request.caller(), request.id())
                .invoke(preparation -> preparation
                        .opened()
                        .letter()
                        .requireVersion(request.version())
                        .requireSubmittable())
                .chain(preparation -> facts.gather(preparation)
                        .invoke(found -> requireAdmitted(preparation, found))
                        .call(() -> pin(preparation))
                        .map(found -> new CheckedLetter(
                                found, preparation.opened().letter().abandonedAttempts())));
    }

    private void requireAdmitted(LetterPreparation preparation, LetterFacts found) {
        Admission.require(
                precheck.evaluate(preparation.opened().form(), found),
                found.documents().isPresent());
    }

    private Uni<Void> pin(LetterPreparation preparation) {
        AuthorizationLetter letter = preparation.opened().letter();
        return documents.pin(
                letter.accountId(),
                letter.id(),
                letter.nextNumber(),
                preparation.opened().form().documents());
    }
}
