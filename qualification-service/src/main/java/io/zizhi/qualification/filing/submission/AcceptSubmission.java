package io.zizhi.qualification.filing.submission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.filing.evaluation.PhoneClaim;
import io.zizhi.qualification.filing.evaluation.ReadAccountFacts;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.filing.evaluation.UnansweredItems;
import io.zizhi.qualification.form.RecognisedValue;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.revision.DrawnWorkOrder;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.facts.AttachedLetter;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.recognition.ComparedValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accepts a submission in one transaction: claims its idempotency key, freezes the working copy, assigns its work order
 * and publishes an event. A repeated submission gets the original response. Locks the account's row before the
 * qualification, so that two submissions of one account cannot both pass rules that compare them.
 *
 * @see io.zizhi.contracts.QualificationSubmitted
 */
@ApplicationScoped
public class AcceptSubmission {

    private final SubmissionKeyRepository keys;
    private final OriginalResponse original;
    private final AccountIdentityRepository identities;
    private final DossierRepository dossiers;
    private final LetterAlong letterAlong;
    private final ReadAccountFacts accountFacts;
    private final UnansweredItems unanswered;
    private final Precheck precheck;
    private final RevisionSeal seal;
    private final Outbox outbox;
    private final SubmissionRecord record;

    AcceptSubmission(
            SubmissionKeyRepository keys,
            OriginalResponse original,
            AccountIdentityRepository identities,
            DossierRepository dossiers,
            LetterAlong letterAlong,
            ReadAccountFacts accountFacts,
            UnansweredItems unanswered,
            Precheck precheck,
            RevisionSeal seal,
            Outbox outbox,
            SubmissionRecord record) {
        this.keys = keys;
        this.original = original;
        this.identities = identities;
        this.dossiers = dossiers;
        this.letterAlong = letterAlong;
        this.accountFacts = accountFacts;
        this.unanswered = unanswered;
        this.precheck = precheck;
        this.seal = seal;
        this.outbox = outbox;
        this.record = record;
    }

    @WithTransaction
    public Uni<QualificationView> handle(SubmissionRequest request, Checked<CheckedSubmission> checked) {
        return Uni.combine()
                .all()
                .unis(keys.claim(ReviewSubject.QUALIFICATION, request), identities.verifiedLocked(request.accountId()))
                .asTuple()
                .chain(found -> found.getItem1()
                        .map(submission -> original.of(request, submission))
                        .orElseGet(() -> accept(request, checked.facts().get(), found.getItem2())));
    }

    private Uni<QualificationView> accept(
            SubmissionRequest request, CheckedSubmission checked, Optional<VerifiedIdentity> identity) {
        return admit(request, checked, identity)
                .chain(admitted -> submit(
                        request.caller(),
                        freeze(request.caller(), admitted),
                        admitted.facts().noticeVersion(),
                        checked.personAccounts(),
                        admitted.workOrder().at()))
                .map(QualificationView::from);
    }

    /** Locks qualification and letter, and evaluates the form again because data may have changed. */
    private Uni<Admitted> admit(
            SubmissionRequest request, CheckedSubmission checked, Optional<VerifiedIdentity> identity) {
        return Uni.combine()
                .all()
                .unis(dossiers.lock(request.accountId(), request.id()), keys.draw(ReviewSubject.QUALIFICATION, request))
                .asTuple()
                .invoke(found -> found.getItem1()
                        .qualification()
                        .requireVersion(request.version())
                        .requireSubmittable())
                .invoke(found -> Admission.requireNotAbandoned(checked.abandonedAttempts()
                        == found.getItem1().qualification().abandonedAttempts()))
                .call(found ->
                        letterAlong.lock(request.accountId(), found.getItem1().form()))
                .chain(found -> evaluate(checked.facts(), identity, found.getItem1(), found.getItem2()));
    }

    private Uni<Admitted> evaluate(
            Facts checked, Optional<VerifiedIdentity> identity, Dossier dossier, DrawnWorkOrder workOrder) {
        return accountFacts
                .of(identity, dossier)
                .invoke(account -> Admission.requireNotAbandoned(
                        isSameAttempt(checked.account().letter(), account.letter())))
                .map(account -> checked.with(account).withUnanswered(unanswered.of(dossier)))
                .map(facts -> {
                    Evaluation evaluation = precheck.evaluate(dossier.form(), facts);
                    Admission.require(evaluation, facts);
                    return new Admitted(dossier, evaluation, facts, workOrder);
                });
    }

    /** Returns whether the letter's image was pinned for the submission that is to be accepted. */
    private static boolean isSameAttempt(Optional<AttachedLetter> pinned, Optional<AttachedLetter> locked) {
        return locked.filter(AttachedLetter::travels)
                .map(letter -> pinned.filter(letter::isSameAttempt).isPresent())
                .orElse(true);
    }

    private Uni<Dossier> submit(
            Caller caller, Dossier submitted, String noticeVersion, List<String> personAccounts, Instant now) {
        return letterAlong
                .submit(caller, submitted, now)
                .chain(letter -> outbox.append(SubmittedEvents.of(submitted, letter, personAccounts)))
                .chain(() -> record.record(caller, submitted, noticeVersion, now))
                .replaceWith(submitted);
    }

    private Dossier freeze(Caller caller, Admitted admitted) {
        DrawnWorkOrder workOrder = admitted.workOrder();
        Dossier dossier = admitted.dossier();
        Qualification qualification = dossier.qualification();
        Revision workingCopy = dossier.shown();
        String contactId =
                PhoneClaim.of(dossier.form().administrator()).orElseThrow().verificationId();
        sealDifferences(admitted);
        workingCopy.submit(qualification.nextNumber(), workOrder.number(), contactId, caller.subject(), workOrder.at());
        seal.store(workingCopy, ReviewerFindings.of(dossier.form(), admitted.evaluation(), admitted.facts()));
        qualification.submit(dossier.form(), workOrder.at());
        return dossier.afterSubmission();
    }

    /** Stores recognised values that differ from the form, for the reviewer. */
    private void sealDifferences(Admitted admitted) {
        Dossier dossier = admitted.dossier();
        List<RecognisedValue> differences = ComparedValues.differing(
                dossier.form(), admitted.facts().documents().orElse(Map.of()));
        if (!differences.isEmpty()) {
            seal.sealRecognised(dossier.shown(), dossier.form(), differences, dossier.cipher());
        }
    }

    /** A working copy that passed, with its evaluation and its work order. */
    private record Admitted(Dossier dossier, Evaluation evaluation, Facts facts, DrawnWorkOrder workOrder) {}
}
