package io.zizhi.qualification.filing.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.contracts.SignatureReleased;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.carrierfiling.CancelCarrierFilings;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.signature.Place;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.signature.SignatureRecord;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.FilingRecord;
import io.zizhi.qualification.outcome.expiry.ExpiryWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Deletes the qualifications of an erased account in any status. Signature systems learn that its signatures are
 * released, filing systems that their carrier filings are cancelled, and the review desk that its submissions are
 * withdrawn. Timelines and audit log show each act. Reads no personal data.
 */
@ApplicationScoped
class EraseQualifications implements AccountErasure {

    /** Each takes about ten statements. */
    private static final int AT_ONCE = 20;

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;
    private final SignatureRepository signatures;
    private final CancelCarrierFilings cancelFilings;
    private final ExpiryWatch expiry;
    private final FilingRecord record;
    private final SignatureRecord signatureRecord;
    private final Outbox outbox;
    private final Clock clock;

    EraseQualifications(
            QualificationRepository qualifications,
            RevisionRepository revisions,
            SignatureRepository signatures,
            CancelCarrierFilings cancelFilings,
            ExpiryWatch expiry,
            FilingRecord record,
            SignatureRecord signatureRecord,
            Outbox outbox,
            Clock clock) {
        this.qualifications = qualifications;
        this.revisions = revisions;
        this.signatures = signatures;
        this.cancelFilings = cancelFilings;
        this.expiry = expiry;
        this.record = record;
        this.signatureRecord = signatureRecord;
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
        return signatures
                .lockBound(qualification.id())
                .chain(bound -> release(bound, now))
                .chain(() -> revisions.findById(qualification.shownRevision()))
                .call(shown -> qualification.status() == QualificationStatus.IN_REVIEW
                        ? withdraw(qualification, shown, now)
                        : Uni.createFrom().voidItem())
                .invoke(() -> qualification.erase(now))
                .chain(shown -> delete(qualification, shown, now));
    }

    private Uni<Void> release(List<Signature> bound, Instant now) {
        return Multi.createFrom()
                .iterable(bound)
                .onItem()
                .transformToUniAndConcatenate(signature -> release(signature, now))
                .collect()
                .last()
                .chain(() -> cancelFilings.ofSignatures(
                        bound.stream().map(Signature::id).toList(), CarrierFilingCause.RELEASED, now));
    }

    private Uni<Void> release(Signature signature, Instant now) {
        signature.release(now);
        return outbox.append(new SignatureReleased(
                        signature.id(),
                        signature.accountId(),
                        signature.name(),
                        signature.qualificationId(),
                        signature.letterId(),
                        now))
                .chain(() -> signatureRecord.record(
                        Actor.CLOCK, Act.SIGNATURE_RELEASED, signature, Place.of(signature), now));
    }

    private Uni<Void> withdraw(Qualification qualification, Revision inReview, Instant now) {
        return outbox.append(new QualificationWithdrawn(
                        qualification.id(), inReview.workOrder().orElseThrow(), qualification.accountId(), now))
                .chain(() -> record.record(Actor.CLOCK, Act.WITHDRAWN, qualification, inReview, now, Map.of()));
    }

    private Uni<Void> delete(Qualification qualification, Revision shown, Instant now) {
        return outbox.append(new QualificationDeleted(qualification.id(), qualification.accountId(), now))
                .chain(() -> expiry.stop(qualification))
                .chain(() -> record.record(Actor.CLOCK, Act.DELETED, qualification, shown, now, Map.of()));
    }
}
