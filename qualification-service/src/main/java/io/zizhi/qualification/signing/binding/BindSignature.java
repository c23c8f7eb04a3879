package io.zizhi.qualification.signing.binding;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SignatureBound;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.carrierfiling.RequestCarrierFilings;
import io.zizhi.qualification.model.signature.Place;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.signature.SignatureRecord;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.signature.SignatureView;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.signing.carrier.Carrier;
import io.zizhi.qualification.signing.carrier.FindCarrier;
import io.zizhi.qualification.signing.carrier.SignatureQuestion;
import io.zizhi.qualification.signing.carrier.SignatureRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Binds a signature to a qualification on behalf of a signature system. A repeated request has no effect and gets the
 * same answer, even if evidence has expired since. The signature is filed with the carriers.
 *
 * @see SignatureBound
 */
@ApplicationScoped
public class BindSignature {

    private final FindCarrier carriers;
    private final SignatureRepository signatures;
    private final RequestCarrierFilings requestFilings;
    private final SignatureRecord record;
    private final Outbox outbox;
    private final Clock clock;

    BindSignature(
            FindCarrier carriers,
            SignatureRepository signatures,
            RequestCarrierFilings requestFilings,
            SignatureRecord record,
            Outbox outbox,
            Clock clock) {
        this.carriers = carriers;
        this.signatures = signatures;
        this.requestFilings = requestFilings;
        this.record = record;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<SignatureView> handle(Caller service, SignatureQuestion question) {
        return carriers.lock(question)
                .chain(carrier -> carrier.bound()
                        .map(bound -> repeat(question, bound))
                        .orElseGet(() -> bind(service, question, carrier)))
                .map(SignatureView::from);
    }

    private static Uni<Signature> repeat(SignatureQuestion question, Signature bound) {
        if (!question.isMetBy(bound)) {
            throw SignatureRepository.boundElsewhere();
        }
        return Uni.createFrom().item(bound);
    }

    private Uni<Signature> bind(Caller service, SignatureQuestion question, Carrier carrier) {
        SignatureRefusal.require(carrier.evaluation());
        Instant now = clock.instant();
        return signatures
                .nextId()
                .map(id -> Signature.bind(
                        id, question.accountId(), question.name(), question.qualificationId(), carrier.letterId(), now))
                .call(signatures::store)
                .call(signature -> outbox.append(new SignatureBound(
                        signature.id(),
                        signature.accountId(),
                        signature.name(),
                        signature.qualificationId(),
                        signature.letterId(),
                        now)))
                .call(signature -> requestFilings.handle(carrier.qualification(), List.of(signature)))
                .call(signature -> record.record(
                        Actor.signatureSystem(service), Act.SIGNATURE_BOUND, signature, Place.of(signature), now));
    }
}
