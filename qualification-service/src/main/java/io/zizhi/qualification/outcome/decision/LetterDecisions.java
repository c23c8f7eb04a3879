package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.outcome.expiry.ExpiryWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Applies a decision to the letter submitted under its work order, alone or with a qualification. A decision that comes
 * too late is recorded and has no effect.
 *
 * @see io.zizhi.contracts.AuthorizationLetterApproved
 * @see io.zizhi.contracts.AuthorizationLetterRejected
 * @see io.zizhi.contracts.AuthorizationLetterSupplementRequested
 */
@ApplicationScoped
class LetterDecisions {

    private final LetterSubmissionRepository submissions;
    private final LetterRepository letters;
    private final LetterSeal seal;
    private final AccountCiphers ciphers;
    private final LetterRecord record;
    private final ExpiryWatch expiry;
    private final CarryOverLetter carryOver;
    private final Outbox outbox;
    private final Clock clock;

    LetterDecisions(
            LetterSubmissionRepository submissions,
            LetterRepository letters,
            LetterSeal seal,
            AccountCiphers ciphers,
            LetterRecord record,
            ExpiryWatch expiry,
            CarryOverLetter carryOver,
            Outbox outbox,
            Clock clock) {
        this.submissions = submissions;
        this.letters = letters;
        this.seal = seal;
        this.ciphers = ciphers;
        this.record = record;
        this.expiry = expiry;
        this.carryOver = carryOver;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Applies the decision to a letter reviewed alone. If no such letter was submitted, it fails and the event is
     * parked.
     */
    Uni<Void> alone(ReviewDecided event, Decision decision) {
        return submissions
                .submitted(event.workOrder())
                .map(found -> found.filter(submission -> submission.letterId() == event.qualificationId())
                        .orElseThrow(() -> new IllegalStateException(
                                "No letter was submitted alone as work order " + event.workOrder())))
                .chain(submission -> apply(event, submission, event.outcome(), decision));
    }

    /**
     * Applies the decision to the letter submitted with a qualification, if any. Without a separate outcome the letter
     * gets the outcome of the qualification.
     */
    Uni<Void> along(ReviewDecided event, Decision decision) {
        ReviewOutcome outcome = Optional.ofNullable(event.letterOutcome()).orElse(event.outcome());
        return submissions
                .submitted(event.workOrder())
                .chain(found -> found.map(
                                submission -> apply(event, submission, outcome, LetterWords.of(decision, outcome)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> apply(
            ReviewDecided event, LetterSubmission submission, ReviewOutcome outcome, Decision decision) {
        return carryOver
                .lock(submission.accountId(), submission.letterId())
                .chain(() -> letters.lockAny(submission.letterId()))
                .chain(letter -> letter.awaitsDecisionOn(event.workOrder())
                        ? decide(event, submission, letter, outcome, decision)
                        : record.append(entry(event, Act.DECISION_SUPERSEDED, submission, outcome, decision)));
    }

    private Uni<Void> decide(
            ReviewDecided event,
            LetterSubmission submission,
            AuthorizationLetter letter,
            ReviewOutcome outcome,
            Decision decision) {
        return ciphers.forAccount(letter.accountId())
                .invoke(cipher -> seal.decide(submission, outcome, decision, event.decidedAt(), cipher))
                .invoke(() -> letter.decide(outcome, clock.instant()))
                .chain(() -> outbox.append(
                        LetterDecisionEvents.of(letter, submission, outcome, decision, event.decidedAt())))
                .chain(() -> record.append(entry(event, Act.of(outcome), submission, outcome, decision)))
                .chain(() -> outcome == ReviewOutcome.APPROVED
                        ? expiry.start(letter)
                                .chain(letters::flush)
                                .chain(() -> carryOver.handle(letter, event.decidedAt()))
                        : Uni.createFrom().voidItem());
    }

    private static LetterTimelineEntry entry(
            ReviewDecided event, Act act, LetterSubmission submission, ReviewOutcome outcome, Decision decision) {
        return new LetterTimelineEntry(
                Actor.reviewer(event.reviewerId()),
                act,
                submission,
                event.decidedAt(),
                Map.of(
                        "outcome",
                        outcome.name(),
                        "reasons",
                        decision.reasons().stream()
                                .map(reason -> Map.of("code", reason.code(), "pointer", reason.pointer()))
                                .toList(),
                        "items",
                        decision.items().stream()
                                .map(item -> Map.of("code", item.code(), "pointer", item.pointer()))
                                .toList()));
    }
}
