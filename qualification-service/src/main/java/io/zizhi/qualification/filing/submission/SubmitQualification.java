package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.account.FindPersonAccounts;
import io.zizhi.qualification.filing.evaluation.FactGathering;
import io.zizhi.qualification.filing.evaluation.OwnFacts;
import io.zizhi.qualification.filing.evaluation.PhoneClaim;
import io.zizhi.qualification.filing.evaluation.Preparation;
import io.zizhi.qualification.filing.evaluation.PrepareEvaluation;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.peer.document.Documents;
import io.zizhi.qualification.peer.notification.Phones;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.facts.AttachedLetter;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Submits the working copy: evaluates it, reserves the phone, pins the documents, and calls {@link AcceptSubmission}.
 * Reservation and pins are idempotent, and {@code QualificationSubmitted} makes them permanent. A submission that fails
 * before its acceptance leaves nothing behind: after ten minutes their holders ask {@link SettleAttempt} and release
 * them. {@code QualificationDeleted} releases the pins.
 *
 * @see io.zizhi.contracts.QualificationSubmitted
 */
@ApplicationScoped
public class SubmitQualification {

    private final PrepareEvaluation prepare;
    private final FactGathering facts;
    private final Precheck precheck;
    private final Phones phones;
    private final Documents documents;
    private final FindPersonAccounts personAccounts;
    private final AcceptSubmission accept;

    SubmitQualification(
            PrepareEvaluation prepare,
            FactGathering facts,
            Precheck precheck,
            Phones phones,
            Documents documents,
            FindPersonAccounts personAccounts,
            AcceptSubmission accept) {
        this.prepare = prepare;
        this.facts = facts;
        this.precheck = precheck;
        this.phones = phones;
        this.documents = documents;
        this.personAccounts = personAccounts;
        this.accept = accept;
    }

    public Uni<QualificationView> handle(SubmissionRequest request) {
        return Checked.of(check(request)).chain(checked -> accept.handle(request, checked));
    }

    private Uni<CheckedSubmission> check(SubmissionRequest request) {
        return prepare.handle(request.caller(), request.id())
                .invoke(preparation -> requireSubmittable(preparation, request.version()))
                .chain(preparation -> facts.gather(preparation.facts())
                        .invoke(found -> requireAdmitted(preparation.dossier(), found))
                        .call(() -> reserve(preparation))
                        .chain(found -> personAccounts
                                .handle(
                                        preparation.facts().accountId(),
                                        preparation.dossier().form())
                                .map(accounts -> new CheckedSubmission(
                                        found,
                                        preparation.dossier().qualification().abandonedAttempts(),
                                        accounts))));
    }

    private static void requireSubmittable(Preparation preparation, long version) {
        preparation.dossier().qualification().requireVersion(version).requireSubmittable();
    }

    private void requireAdmitted(Dossier dossier, Facts found) {
        Admission.require(precheck.evaluate(dossier.form(), found), found);
    }

    private Uni<Void> reserve(Preparation preparation) {
        Dossier dossier = preparation.dossier();
        Qualification qualification = dossier.qualification();
        String accountId = qualification.accountId();
        PhoneClaim claim = PhoneClaim.of(dossier.form().administrator()).orElseThrow();
        return phones.reserve(
                        accountId,
                        claim.verificationId(),
                        claim.phone(),
                        qualification.id(),
                        qualification.nextNumber())
                .chain(() -> documents.pin(
                        accountId,
                        qualification.id(),
                        qualification.nextNumber(),
                        documents(dossier.form(), preparation.facts())))
                .chain(() -> pinLetter(preparation.facts()));
    }

    /** Includes the image of a previously approved letter, which the reviewer of this submission needs. */
    private static List<DocumentUse> documents(QualificationForm form, OwnFacts facts) {
        return Stream.concat(
                        form.documents().stream(),
                        facts.account().letter().filter(AttachedLetter::approved).stream()
                                .flatMap(letter -> letter.form().documents().stream()))
                .toList();
    }

    /** The image of a letter submitted with the qualification is pinned for the letter. */
    private Uni<Void> pinLetter(OwnFacts facts) {
        return facts.account()
                .letter()
                .filter(AttachedLetter::travels)
                .map(letter -> documents.pin(
                        facts.accountId(),
                        letter.id(),
                        letter.nextNumber(),
                        letter.form().documents()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
