package io.zizhi.qualification.filing.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.contracts.SignatureReleased;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import io.zizhi.qualification.outcome.expiry.ExpiryWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Deletes the qualifications of an erased account in any status. Signature systems learn that its signatures are
 * released, and the review desk that its submissions are withdrawn. Reads no personal data.
 */
@ApplicationScoped
class EraseQualifications implements AccountErasure {

    /** Each takes about ten statements. */
    private static final int AT_ONCE = 20;

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;
    private final SignatureRepository signatures;
    private final ExpiryWatch expiry;
    private final TimelineRepository timeline;
    private final Outbox outbox;
    private final Clock clock;

    EraseQualifications(
            QualificationRepository qualifications,
            RevisionRepository revisions,
            SignatureRepository signatures,
            ExpiryWatch expiry,
            TimelineRepository timeline,
            Outbox outbox,
            Clock clock) {
        this.qualifications = qualifications;
        this.revisions = revisions;
        this.signatures = signatures;
        this.expiry = expiry;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "qualifications";
    }

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        Instant now = clock.instant();
        return qualifications
                .lockSome(accountId, Math.min(limit, AT_ONCE))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(qualification -> erase(qualification, now))
                        .collect()
                        .last()
                        .replaceWith(found.size()));
    }

    private Uni<Void> erase(Qualification qualification, Instant now) {
        boolean inReview = qualification.status() == QualificationStatus.IN_REVIEW;
        return signatures
                .lockBound(qualification.id())
                .chain(bound -> release(bound, now))
                .chain(() -> revisions.findById(qualification.shownRevision()))
                .call(shown -> inReview ? outbox.append(withdrawn(shown, now)) : nothing())
                .call(() -> outbox.append(new QualificationDeleted(qualification.id(), qualification.accountId(), now)))
                .invoke(() -> qualification.erase(now))
                .call(() -> expiry.stop(qualification))
                .chain(shown -> timeline.append(new TimelineEntry(Actor.CLOCK, Act.DELETED, shown, now, Map.of())));
    }

    private Uni<Void> release(List<Signature> bound, Instant now) {
        bound.forEach(signature -> signature.release(now));
        return outbox.appendAll(
                bound.stream().map(signature -> released(signature, now)).toList());
    }

    private static Event withdrawn(Revision inReview, Instant now) {
        return new QualificationWithdrawn(
                inReview.qualificationId(), inReview.workOrder().orElseThrow(), inReview.accountId(), now);
    }

    private static Event released(Signature signature, Instant now) {
        return new SignatureReleased(
                signature.id(),
                signature.accountId(),
                signature.name(),
                signature.qualificationId(),
                signature.letterId(),
                now);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
