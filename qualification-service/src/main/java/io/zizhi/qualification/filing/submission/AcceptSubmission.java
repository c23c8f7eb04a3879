package io.zizhi.qualification.filing.submission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.filing.evaluation.PhoneClaim;
import io.zizhi.qualification.filing.evaluation.ReadAccountFacts;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.filing.evaluation.UnansweredItems;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.revision.DrawnWorkOrder;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Accepts a submission in one transaction: freezes the working copy, assigns its work order and publishes an event.
 * Locks the account's row first, so that two submissions of one account cannot both pass rules that compare them.
 *
 * @see io.zizhi.contracts.QualificationSubmitted
 */
@ApplicationScoped
public class AcceptSubmission {

    private final SubmissionKeyRepository keys;
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
    public Uni<QualificationView> handle(Acceptance acceptance) {
        return admit(acceptance).chain(admitted -> submit(acceptance, admitted)).map(QualificationView::from);
    }

    /** Locks account, qualification and letter, and evaluates the form again because data may have changed. */
    private Uni<Admitted> admit(Acceptance acceptance) {
        return identities
                .verifiedLocked(acceptance.accountId())
                .chain(identity -> dossiers.lock(acceptance.accountId(), acceptance.id())
                        .invoke(dossier -> dossier.qualification()
                                .requireVersion(acceptance.version())
                                .requireSubmittable())
                        .call(dossier -> letterAlong.lock(acceptance.accountId(), dossier.form()))
                        .chain(dossier -> evaluate(acceptance, identity, dossier)));
    }

    private Uni<Admitted> evaluate(Acceptance acceptance, Optional<VerifiedIdentity> identity, Dossier dossier) {
        return accountFacts
                .of(identity, dossier)
                .map(account -> acceptance.facts().with(account).withUnanswered(unanswered.of(dossier)))
                .map(facts -> {
                    Evaluation evaluation = precheck.evaluate(dossier.form(), facts);
                    Admission.require(evaluation, facts);
                    return new Admitted(dossier, evaluation, facts);
                });
    }

    private Uni<Dossier> submit(Acceptance acceptance, Admitted admitted) {
        return keys.store(acceptance.accountId(), acceptance.key(), resultOf(acceptance, admitted.dossier()))
                .map(AcceptSubmission::required)
                .chain(workOrder -> submit(acceptance, freeze(acceptance, admitted, workOrder), workOrder.at()));
    }

    private Uni<Dossier> submit(Acceptance acceptance, Dossier submitted, Instant now) {
        return letterAlong
                .submit(acceptance.caller(), submitted, now)
                .chain(letter -> outbox.append(SubmittedEvents.of(submitted, letter, acceptance.personAccounts())))
                .chain(() -> record.record(acceptance, submitted, now))
                .replaceWith(submitted);
    }

    private Dossier freeze(Acceptance acceptance, Admitted admitted, DrawnWorkOrder workOrder) {
        Dossier dossier = admitted.dossier();
        Qualification qualification = dossier.qualification();
        Revision workingCopy = dossier.shown();
        String contactId =
                PhoneClaim.of(dossier.form().administrator()).orElseThrow().verificationId();
        workingCopy.submit(
                qualification.nextNumber(),
                workOrder.number(),
                contactId,
                acceptance.caller().subject(),
                workOrder.at());
        seal.store(workingCopy, ReviewerFindings.of(admitted.evaluation(), admitted.facts()));
        qualification.submit(dossier.form(), workOrder.at());
        return dossier.afterSubmission();
    }

    /** Fails if the key is taken; the caller then looks up the earlier submission. */
    private static DrawnWorkOrder required(Optional<DrawnWorkOrder> drawn) {
        return drawn.orElseThrow(
                () -> Problems.conflict("SUBMISSION_REPEATED", "This submission has already been accepted."));
    }

    private static EarlierSubmission resultOf(Acceptance acceptance, Dossier admitted) {
        Qualification qualification = admitted.qualification();
        return new EarlierSubmission(
                qualification.id(),
                admitted.shown().id(),
                acceptance.version(),
                qualification.nextVersion(),
                admitted.inForceOrder().orElse(null));
    }

    /** A working copy that passed, with its evaluation. */
    private record Admitted(Dossier dossier, Evaluation evaluation, Facts facts) {}
}
