package io.zizhi.qualification.filing.lettersubmission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.LetterContact;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.filing.submission.Admission;
import io.zizhi.qualification.filing.submission.Checked;
import io.zizhi.qualification.filing.submission.SubmissionKeyRepository;
import io.zizhi.qualification.filing.submission.SubmissionRequest;
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
 * Accepts the submission of a letter in one transaction: claims its idempotency key, freezes the form under a work order
 * and publishes an event. A repeated submission gets the original response. Locks the account's row before the letter,
 * as for qualifications.
 *
 * @see io.zizhi.contracts.AuthorizationLetterSubmitted
 */
@ApplicationScoped
class AcceptLetter {

    private final SubmissionKeyRepository keys;
    private final OriginalLetterResponse original;
    private final AccountIdentityRepository identities;
    private final LetterRepository letters;
    private final OpenLetter open;
    private final LetterPrecheck precheck;
    private final LetterSubmissionRepository submissions;
    private final LetterContactRepository contacts;
    private final LetterSeal seal;
    private final Outbox outbox;
    private final LetterRecord record;
    private final Clock clock;

    AcceptLetter(
            SubmissionKeyRepository keys,
            OriginalLetterResponse original,
            AccountIdentityRepository identities,
            LetterRepository letters,
            OpenLetter open,
            LetterPrecheck precheck,
            LetterSubmissionRepository submissions,
            LetterContactRepository contacts,
            LetterSeal seal,
            Outbox outbox,
            LetterRecord record,
            Clock clock) {
        this.keys = keys;
        this.original = original;
        this.identities = identities;
        this.letters = letters;
        this.open = open;
        this.precheck = precheck;
        this.submissions = submissions;
        this.contacts = contacts;
        this.seal = seal;
        this.outbox = outbox;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<LetterView> handle(SubmissionRequest request, Checked<CheckedLetter> checked) {
        return keys.claim(ReviewSubject.LETTER, request)
                .chain(earlier -> earlier.map(submission -> original.of(request, submission))
                        .orElseGet(() -> accept(request, checked.facts().get())));
    }

    private Uni<LetterView> accept(SubmissionRequest request, CheckedLetter checked) {
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return admit(request, checked)
                .chain(admitted -> submit(request, admitted))
                .map(submitted -> LetterView.from(submitted, today));
    }

    /** Locks account and letter, and evaluates the form again because data may have changed. */
    private Uni<Admitted> admit(SubmissionRequest request, CheckedLetter checked) {
        return identities
                .verifiedLocked(request.accountId())
                .chain(identity -> open.lock(request.accountId(), request.id())
                        .invoke(opened -> opened.letter()
                                .requireVersion(request.version())
                                .requireSubmittable())
                        .invoke(opened -> Admission.requireNotAbandoned(
                                checked.abandonedAttempts() == opened.letter().abandonedAttempts()))
                        .chain(opened -> letters.isTaken(
                                        request.accountId(), opened.letter().name(), request.id())
                                .map(taken -> checked.facts().with(identity, taken))
                                .map(facts -> {
                                    Evaluation evaluation = precheck.evaluate(opened.form(), facts);
                                    Admission.require(
                                            evaluation, facts.documents().isPresent());
                                    return new Admitted(opened, evaluation);
                                })));
    }

    private Uni<OpenedLetter> submit(SubmissionRequest request, Admitted admitted) {
        OpenedLetter opened = admitted.opened();
        AuthorizationLetter letter = opened.letter();
        return contacts.newest(
                        letter.accountId(), Objects.requireNonNull(opened.form().creditCode()))
                .chain(contact -> keys.draw(ReviewSubject.LETTER, request)
                        .map(workOrder -> freeze(admitted, workOrder, contact.orElse(null))))
                .call(submission -> submissions.persist(submission))
                .call(submission -> outbox.append(LetterEvents.submitted(opened, submission)))
                .call(submission -> record.record(
                        request.caller(),
                        Act.SUBMITTED,
                        letter,
                        submission.submittedAt(),
                        Map.of("revision", submission.number())))
                .map(opened::after);
    }

    private LetterSubmission freeze(Admitted admitted, DrawnWorkOrder workOrder, @Nullable LetterContact contact) {
        OpenedLetter opened = admitted.opened();
        LetterSubmission submission = seal.freeze(
                        workOrder.number(), opened.letter(), opened.form(), opened.cipher(), workOrder.at())
                .alone(contact);
        seal.store(submission, ReviewerFindings.of(admitted.evaluation()));
        opened.letter().submit(workOrder.number(), workOrder.at());
        return submission;
    }

    /** A letter that passed, with its evaluation. */
    private record Admitted(OpenedLetter opened, Evaluation evaluation) {}
}
