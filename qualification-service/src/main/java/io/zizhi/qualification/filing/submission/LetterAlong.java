package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterWithdrawn;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.letter.OpenedLetter;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.timeline.Act;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Submits and withdraws an authorization letter together with a qualification, under the same work order. A previously
 * approved letter is not changed. Call it inside a transaction that has locked the qualification.
 */
@ApplicationScoped
class LetterAlong {

    private final LetterRepository letters;
    private final LetterSubmissionRepository submissions;
    private final OpenLetter open;
    private final LetterSeal seal;
    private final LetterRecord record;
    private final Outbox outbox;
    private final Clock clock;

    LetterAlong(
            LetterRepository letters,
            LetterSubmissionRepository submissions,
            OpenLetter open,
            LetterSeal seal,
            LetterRecord record,
            Outbox outbox,
            Clock clock) {
        this.letters = letters;
        this.submissions = submissions;
        this.open = open;
        this.seal = seal;
        this.record = record;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Locks the letter that the form refers to, if any, so that it cannot change between evaluation and submission. */
    Uni<Void> lock(String accountId, QualificationForm form) {
        return Optional.ofNullable(form.letterId())
                .map(id -> letters.lockInUse(accountId, id, today()).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Submits the letter with the qualification just submitted, unless it is already approved. */
    Uni<CarriedLetter> submit(Caller caller, Dossier submitted, Instant now) {
        Long letterId = submitted.form().letterId();
        if (letterId == null || submitted.form().purpose() != Purpose.THIRD_PARTY) {
            return Uni.createFrom().item(CarriedLetter.NONE);
        }
        return letters.lockInUse(submitted.qualification().accountId(), letterId, today())
                .map(found -> found.orElseThrow(LetterRepository::notFound))
                .chain(open::open)
                .chain(letter -> letter.letter().status() == LetterStatus.APPROVED
                        ? Uni.createFrom().item(CarriedLetter.reliedOn(letter.form()))
                        : submit(caller, submitted, letter, now));
    }

    private Uni<CarriedLetter> submit(Caller caller, Dossier submitted, OpenedLetter opened, Instant now) {
        AuthorizationLetter letter = opened.letter();
        long qualificationId = submitted.qualification().id();
        long workOrder = submitted.shown().workOrder().orElseThrow();
        LetterSubmission submission = seal.freeze(workOrder, letter, opened.form(), opened.cipher(), now)
                .travellingWith(qualificationId);
        letter.submit(workOrder, now);
        return submissions
                .persist(submission)
                .chain(() ->
                        record.record(caller, Act.SUBMITTED, letter, now, Map.of("qualificationId", qualificationId)))
                .replaceWith(() -> CarriedLetter.travelling(opened.form(), submission));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Period.ZONE));
    }

    /** Withdraws the letter submitted under {@code workOrder}, if any. */
    Uni<Void> withdraw(Caller caller, long workOrder, Instant now) {
        return submissions
                .submitted(workOrder)
                .chain(found -> found.map(submission -> letters.lockAny(submission.letterId())
                                .chain(letter -> withdraw(caller, letter, submission, now)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> withdraw(Caller caller, AuthorizationLetter letter, LetterSubmission submission, Instant now) {
        letter.withdraw(now);
        return outbox.append(new AuthorizationLetterWithdrawn(
                        letter.id(),
                        submission.workOrder(),
                        letter.accountId(),
                        submission.qualificationId().orElse(null),
                        now))
                .chain(() -> record.record(caller, Act.WITHDRAWN, letter, now, Map.of()));
    }
}
