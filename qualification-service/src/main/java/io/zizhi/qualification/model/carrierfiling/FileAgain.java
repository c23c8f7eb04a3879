package io.zizhi.qualification.model.carrierfiling;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.contracts.Evidence;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.evidence.CollectEvidence;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.Validity;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.timeline.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Files the bound signatures of a qualification with the carriers again. Does not file while the qualification is
 * restricted, or with expired evidence or an expired letter. Call it last in a transaction: it locks the signatures, then
 * their letters, then their filings. The qualification must be locked.
 */
@ApplicationScoped
public class FileAgain {

    private final SignatureRepository signatures;
    private final LetterRepository letters;
    private final RevisionRepository revisions;
    private final CollectEvidence evidence;
    private final CancelCarrierFilings cancel;
    private final RequestCarrierFilings request;
    private final Clock clock;

    FileAgain(
            SignatureRepository signatures,
            LetterRepository letters,
            RevisionRepository revisions,
            CollectEvidence evidence,
            CancelCarrierFilings cancel,
            RequestCarrierFilings request,
            Clock clock) {
        this.signatures = signatures;
        this.letters = letters;
        this.revisions = revisions;
        this.evidence = evidence;
        this.cancel = cancel;
        this.request = request;
        this.clock = clock;
    }

    /** Files with the new revision in force. The earlier carrier filings are cancelled and kept. */
    public Uni<Void> amended(Qualification qualification, Instant now) {
        return lock(qualification)
                .chain(bound -> bound.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : isExpired(qualification).chain(expired -> replace(qualification, bound, expired, now)));
    }

    private Uni<Void> replace(Qualification qualification, List<Signature> bound, boolean expired, Instant now) {
        CarrierFilingCause cause = expired ? CarrierFilingCause.EXPIRED : CarrierFilingCause.SUPERSEDED;
        return cancel.ofSignatures(bound.stream().map(Signature::id).toList(), cause, now)
                .chain(() -> expired || isRestricted(qualification)
                        ? Uni.createFrom().voidItem()
                        : request.handle(qualification, bound));
    }

    /** Files the signatures that an amendment left without carrier filings during a suspension. */
    public Uni<Void> reinstated(Qualification qualification) {
        return lock(qualification)
                .chain(bound -> bound.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : isExpired(qualification)
                                .chain(expired -> expired || isRestricted(qualification)
                                        ? Uni.createFrom().voidItem()
                                        : request.missing(qualification, bound)));
    }

    /**
     * Files a rejected filing again without an amendment. The filing must be the newest one of its signature with the
     * carrier. Fails with 409 unless it was rejected with the revision in force and its signature is still bound.
     */
    public Uni<CarrierFiling> rejected(Qualification qualification, CarrierFiling rejected, Actor actor) {
        rejected.requireRejected();
        return lock(rejected.signatureId())
                .invoke(signature -> requireCurrent(qualification, signature, rejected))
                .call(() -> isExpired(qualification).invoke(expired -> {
                    if (expired || isRestricted(qualification)) {
                        throw RequestCarrierFilings.notAllowed(
                                "The qualification is suspended or revoked, or its evidence has expired.");
                    }
                }))
                .chain(signature -> request.again(qualification, signature, rejected, actor));
    }

    private static void requireCurrent(Qualification qualification, Signature signature, CarrierFiling rejected) {
        if (signature.isReleased() || !signature.isOn(qualification.id())) {
            throw CarrierFiling.outdated("The signature is no longer bound to this qualification.");
        }
        if (qualification.inForceRevision().orElseThrow() != rejected.revisionId()) {
            throw CarrierFiling.outdated("Another revision of the qualification is in force.");
        }
    }

    /** Locks a signature, then its letters. Its qualification must be locked. */
    Uni<Signature> lock(long signatureId) {
        return lock(signatures.lock(signatureId).map(List::of)).map(List::getFirst);
    }

    private Uni<List<Signature>> lock(Qualification qualification) {
        return lock(signatures.lockBound(qualification.id()));
    }

    private Uni<List<Signature>> lock(Uni<List<Signature>> bound) {
        return bound.call(locked -> letters.lockSuccessions(
                locked.stream()
                        .map(Signature::letterId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                today()));
    }

    private static boolean isRestricted(Qualification qualification) {
        return qualification.restriction() != Restriction.NONE;
    }

    /** Leaves out the letter of the qualification, because each signature has its own. */
    Uni<Boolean> isExpired(Qualification qualification) {
        return revisions
                .findById(qualification.inForceRevision().orElseThrow())
                .chain(inForce -> evidence.of(qualification.accountId(), inForce))
                .map(ends -> new Validity(
                                ends.stream()
                                        .filter(end -> end.evidence() != Evidence.AUTHORIZATION_LETTER)
                                        .toList(),
                                today())
                        .isExpired());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Period.ZONE));
    }
}
