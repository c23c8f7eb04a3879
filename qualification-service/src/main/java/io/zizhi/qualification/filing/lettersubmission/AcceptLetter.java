package io.zizhi.qualification.filing.lettersubmission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.LetterContact;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.filing.submission.Admission;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterContactRepository;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.letter.OpenedLetter;
import io.zizhi.qualification.model.revision.DrawnWorkOrder;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.LetterPrecheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Accepts the submission of a letter in one transaction: freezes the form under a work order and publishes an event.
 * Locks the account's row first, as for qualifications.
 *
 * @see io.zizhi.contracts.AuthorizationLetterSubmitted
 */
@ApplicationScoped
class AcceptLetter {

    private final AccountIdentityRepository identities;
    private final LetterRepository letters;
    private final OpenLetter open;
    private final LetterPrecheck precheck;
    private final RevisionRepository workOrders;
    private final LetterSubmissionRepository submissions;
    private final LetterContactRepository contacts;
    private final LetterSeal seal;
    private final Outbox outbox;
    private final LetterRecord record;
    private final Clock clock;

    AcceptLetter(
            AccountIdentityRepository identities,
            LetterRepository letters,
            OpenLetter open,
            LetterPrecheck precheck,
            RevisionRepository workOrders,
            LetterSubmissionRepository submissions,
            LetterContactRepository contacts,
            LetterSeal seal,
            Outbox outbox,
            LetterRecord record,
            Clock clock) {
        this.identities = identities;
        this.letters = letters;
        this.open = open;
        this.precheck = precheck;
        this.workOrders = workOrders;
        this.submissions = submissions;
        this.contacts = contacts;
        this.seal = seal;
        this.outbox = outbox;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<LetterView> handle(LetterAcceptance acceptance) {
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return admit(acceptance)
                .chain(admitted -> submit(acceptance, admitted))
                .map(submitted -> LetterView.from(submitted, today));
    }

    /** Locks account and letter, and evaluates the form again because data may have changed. */
    private Uni<Admitted> admit(LetterAcceptance acceptance) {
        return identities
                .verifiedLocked(acceptance.accountId())
                .chain(identity -> open.lock(acceptance.accountId(), acceptance.id())
                        .invoke(opened -> opened.letter()
                                .requireVersion(acceptance.version())
                                .requireSubmittable())
                        .chain(opened -> letters.isTaken(
                                        acceptance.accountId(), opened.letter().name(), acceptance.id())
                                .map(taken -> acceptance.facts().with(identity, taken))
                                .map(facts -> {
                                    Evaluation evaluation = precheck.evaluate(opened.form(), facts);
                                    Admission.require(
                                            evaluation, facts.documents().isPresent());
                                    return new Admitted(opened, evaluation);
                                })));
    }

    private Uni<OpenedLetter> submit(LetterAcceptance acceptance, Admitted admitted) {
        OpenedLetter opened = admitted.opened();
        AuthorizationLetter letter = opened.letter();
        return contacts.newest(
                        letter.accountId(), Objects.requireNonNull(opened.form().creditCode()))
                .chain(contact -> workOrders
                        .drawWorkOrder()
                        .map(workOrder -> freeze(acceptance, admitted, workOrder, contact.orElse(null))))
                .call(this::store)
                .call(submission -> outbox.append(LetterEvents.submitted(opened, submission)))
                .call(submission -> record.record(
                        acceptance.caller(),
                        Act.SUBMITTED,
                        letter,
                        submission.submittedAt(),
                        Map.of("revision", submission.number())))
                .map(opened::after);
    }

    private LetterSubmission freeze(
            LetterAcceptance acceptance, Admitted admitted, DrawnWorkOrder workOrder, @Nullable LetterContact contact) {
        OpenedLetter opened = admitted.opened();
        LetterSubmission submission = seal.freeze(
                        workOrder.number(), opened.letter(), opened.form(), opened.cipher(), workOrder.at())
                .alone(acceptance.key().value(), contact);
        seal.store(submission, ReviewerFindings.of(admitted.evaluation()));
        opened.letter().submit(workOrder.number(), workOrder.at());
        return submission;
    }

    /**
     * Flushes now, so that a key used by a concurrent request fails with 409. The caller then looks up the earlier
     * submission.
     */
    private Uni<Void> store(LetterSubmission submission) {
        return submissions
                .persistAndFlush(submission)
                .replaceWithVoid()
                .onFailure(LetterSubmissionRepository::isKeyTaken)
                .transform(taken ->
                        Problems.conflict("SUBMISSION_REPEATED", "This submission has already been accepted."));
    }

    /** A letter that passed, with its evaluation. */
    private record Admitted(OpenedLetter opened, Evaluation evaluation) {}
}
