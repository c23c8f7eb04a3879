package io.zizhi.qualification.signing.binding;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.contracts.SignatureReleased;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.model.carrierfiling.CancelCarrierFilings;
import io.zizhi.qualification.model.signature.Place;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.signature.SignatureRecord;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Releases a signature on behalf of a signature system, so that its qualification and letter can be deleted again. A
 * repeated request has no effect. Its carrier filings are cancelled.
 *
 * @see SignatureReleased
 */
@ApplicationScoped
public class ReleaseSignature {

    private final SignatureRepository signatures;
    private final CancelCarrierFilings cancelFilings;
    private final SignatureRecord record;
    private final Outbox outbox;
    private final Clock clock;

    ReleaseSignature(
            SignatureRepository signatures,
            CancelCarrierFilings cancelFilings,
            SignatureRecord record,
            Outbox outbox,
            Clock clock) {
        this.signatures = signatures;
        this.cancelFilings = cancelFilings;
        this.record = record;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Void> handle(Caller service, long id) {
        return signatures
                .lock(id)
                .chain(signature -> signature.isReleased() ? Uni.createFrom().voidItem() : release(service, signature));
    }

    private Uni<Void> release(Caller service, Signature signature) {
        Instant now = clock.instant();
        signature.release(now);
        return outbox.append(new SignatureReleased(
                        signature.id(),
                        signature.accountId(),
                        signature.name(),
                        signature.qualificationId(),
                        signature.letterId(),
                        now))
                .chain(() -> cancelFilings.ofSignatures(List.of(signature.id()), CarrierFilingCause.RELEASED, now))
                .chain(() -> record.record(
                        Actor.signatureSystem(service), Act.SIGNATURE_RELEASED, signature, Place.of(signature), now));
    }
}
