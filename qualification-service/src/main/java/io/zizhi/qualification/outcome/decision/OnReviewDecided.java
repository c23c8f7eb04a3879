package io.zizhi.qualification.outcome.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.PreparedReaction;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.model.carrierfiling.FileAgain;
import io.zizhi.qualification.model.letter.FirstEnd;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import io.zizhi.qualification.outcome.expiry.ExpiryWatch;
import io.zizhi.qualification.peer.PeerRefusal;
import io.zizhi.qualification.peer.review.Reviews;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Applies a reviewer's decision to the qualification and its letter, or to a letter alone, and publishes the result.
 *
 * @see io.zizhi.contracts.QualificationApproved
 * @see io.zizhi.contracts.QualificationRejected
 * @see io.zizhi.contracts.QualificationSupplementRequested
 */
@ApplicationScoped
public class OnReviewDecided implements PreparedReaction<ReviewDecided, Decision> {

    private final Reviews reviews;
    private final ReviewedRevisions revisions;
    private final QualificationRepository qualifications;
    private final LetterDecisions letters;
    private final RevisionSeal seal;
    private final FirstEnd firstEnd;
    private final AccountCiphers ciphers;
    private final TimelineRepository timeline;
    private final ExpiryWatch expiry;
    private final FileAgain fileAgain;
    private final Outbox outbox;
    private final Clock clock;

    OnReviewDecided(
            Reviews reviews,
            ReviewedRevisions revisions,
            QualificationRepository qualifications,
            LetterDecisions letters,
            RevisionSeal seal,
            FirstEnd firstEnd,
            AccountCiphers ciphers,
            TimelineRepository timeline,
            ExpiryWatch expiry,
            FileAgain fileAgain,
            Outbox outbox,
            Clock clock) {
        this.reviews = reviews;
        this.revisions = revisions;
        this.qualifications = qualifications;
        this.letters = letters;
        this.seal = seal;
        this.firstEnd = firstEnd;
        this.ciphers = ciphers;
        this.timeline = timeline;
        this.expiry = expiry;
        this.fileAgain = fileAgain;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<ReviewDecided> event() {
        return ReviewDecided.class;
    }

    /**
     * Reads the reviewer's notes. An approval has none; if the notes no longer exist, the codes of the event are used.
     */
    @Override
    public Uni<Decision> prepare(ReviewDecided event) {
        if (event.outcome() == ReviewOutcome.APPROVED) {
            return Uni.createFrom().item(Decision.WITHOUT_WORDS);
        }
        return reviews.notes(event.workOrder())
                .onFailure(PeerRefusal.class)
                .recoverWithItem(() -> Decision.of(event.reasons(), event.items()));
    }

    @Override
    public Uni<Void> react(ReviewDecided event, EventContext context, Decision decision) {
        return event.subject() == ReviewSubject.LETTER
                ? letters.alone(event, decision)
                : decideQualification(event, decision)
                        .call(() -> letters.along(event, decision))
                        .chain(amended -> amended.map(
                                        qualification -> fileAgain.amended(qualification, clock.instant()))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Returns the qualification if an amendment of it came into force. */
    private Uni<Optional<Qualification>> decideQualification(ReviewDecided event, Decision decision) {
        return qualifications
                .lockAny(event.qualificationId())
                .chain(qualification -> revisions
                        .of(event.workOrder())
                        .chain(revision -> qualification.awaitsDecisionOn(revision.id())
                                ? decide(event, decision, qualification, revision)
                                : timeline.append(entry(event, Act.DECISION_SUPERSEDED, revision))
                                        .replaceWith(Optional.empty())));
    }

    private Uni<Optional<Qualification>> decide(
            ReviewDecided event, Decision decision, Qualification qualification, Revision revision) {
        boolean amends = event.outcome() == ReviewOutcome.APPROVED
                && qualification.inForceRevision().isPresent();
        return ciphers.forAccount(qualification.accountId())
                .invoke(cipher -> seal.decide(revision, event.outcome(), decision, event.decidedAt(), cipher))
                .chain(cipher -> firstEnd.of(qualification.accountId(), seal.open(revision, cipher)))
                .invoke(end -> qualification.decide(event.outcome(), end, clock.instant()))
                .chain(() -> outbox.append(DecisionEvents.of(event, qualification, revision)))
                .chain(() -> timeline.append(entry(event, Act.of(event.outcome()), revision)))
                .chain(() -> event.outcome() == ReviewOutcome.APPROVED
                        ? expiry.start(qualification, revision)
                        : Uni.createFrom().voidItem())
                .replaceWith(amends ? Optional.of(qualification) : Optional.empty());
    }

    private static TimelineEntry entry(ReviewDecided event, Act act, Revision revision) {
        return new TimelineEntry(Actor.reviewer(event.reviewerId()), act, revision, event.decidedAt(), details(event));
    }

    private static Map<String, Object> details(ReviewDecided event) {
        return switch (event.outcome()) {
            case APPROVED -> Map.of("outcome", event.outcome().name());
            case REJECTED ->
                Map.of(
                        "outcome",
                        event.outcome().name(),
                        "reasons",
                        event.reasons().stream()
                                .map(reason -> Map.of("code", reason.code(), "pointer", reason.pointer()))
                                .toList());
            case SUPPLEMENT_REQUESTED ->
                Map.of(
                        "outcome",
                        event.outcome().name(),
                        "items",
                        event.items().stream()
                                .map(item -> Map.of("code", item.code(), "pointer", item.pointer()))
                                .toList());
        };
    }
}
