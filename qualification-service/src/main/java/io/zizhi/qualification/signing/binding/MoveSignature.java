package io.zizhi.qualification.signing.binding;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.contracts.SignatureMoved;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.carrierfiling.CancelCarrierFilings;
import io.zizhi.qualification.model.carrierfiling.RequestCarrierFilings;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.signature.Place;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.signature.SignatureRecord;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.signature.SignatureView;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.SignatureCodes;
import io.zizhi.qualification.signing.carrier.Carrier;
import io.zizhi.qualification.signing.carrier.FindCarrier;
import io.zizhi.qualification.signing.carrier.SignatureQuestion;
import io.zizhi.qualification.signing.carrier.SignatureRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves a bound signature to another qualification or letter of its account on behalf of a signature system. The rules
 * of binding apply. Moving it to its current place has no effect. Locks the new qualification before the signature, as
 * the erasure of an account does. A moved signature is filed with the carriers again.
 *
 * @see SignatureMoved
 */
@ApplicationScoped
public class MoveSignature {

    private final QualificationRepository qualifications;
    private final FindCarrier carriers;
    private final SignatureRepository signatures;
    private final CancelCarrierFilings cancelFilings;
    private final RequestCarrierFilings requestFilings;
    private final SignatureRecord record;
    private final Outbox outbox;
    private final Clock clock;

    MoveSignature(
            QualificationRepository qualifications,
            FindCarrier carriers,
            SignatureRepository signatures,
            CancelCarrierFilings cancelFilings,
            RequestCarrierFilings requestFilings,
            SignatureRecord record,
            Outbox outbox,
            Clock clock) {
        this.qualifications = qualifications;
        this.carriers = carriers;
        this.signatures = signatures;
        this.cancelFilings = cancelFilings;
        this.requestFilings = requestFilings;
        this.record = record;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<SignatureView> handle(Caller service, long id, MoveRequest where) {
        return signatures
                .accountOf(id)
                .chain(accountId -> qualifications.lock(accountId, where.qualificationId()))
                .chain(() -> signatures.lock(id))
                .invoke(MoveSignature::requireBound)
                .call(signature -> carriers.lock(new SignatureQuestion(
                                signature.accountId(), signature.name(), where.qualificationId(), where.letterId()))
                        .chain(carrier -> signature.isAt(carrier.qualification().id(), carrier.letterId())
                                ? Uni.createFrom().voidItem()
                                : move(service, signature, carrier)))
                .map(SignatureView::from);
    }

    private static void requireBound(Signature signature) {
        if (signature.isReleased()) {
            throw Problems.conflict("SIGNATURE_RELEASED", "The signature was released; bind it again.");
        }
    }

    private Uni<Void> move(Caller service, Signature signature, Carrier carrier) {
        SignatureRefusal.require(new Evaluation(carrier.evaluation().outcomes().stream()
                .filter(outcome -> !outcome.rule().equals(SignatureCodes.SIGNATURE_BOUND_ELSEWHERE))
                .toList()));
        Instant now = clock.instant();
        long from = signature.qualificationId();
        Long fromLetter = signature.letterId();
        signature.move(carrier.qualification().id(), carrier.letterId(), now);
        return outbox.append(event(signature, from, fromLetter, now))
                .chain(() -> cancelFilings.ofSignatures(List.of(signature.id()), CarrierFilingCause.MOVED, now))
                .chain(() -> requestFilings.handle(carrier.qualification(), List.of(signature)))
                .chain(() -> record.record(
                        Actor.signatureSystem(service),
                        Act.SIGNATURE_MOVED,
                        signature,
                        Place.between(from, fromLetter, signature.qualificationId(), signature.letterId()),
                        now));
    }

    private static SignatureMoved event(Signature signature, long from, @Nullable Long fromLetter, Instant now) {
        return new SignatureMoved(
                signature.id(),
                signature.accountId(),
                signature.name(),
                from,
                fromLetter,
                signature.qualificationId(),
                signature.letterId(),
                now);
    }
}
