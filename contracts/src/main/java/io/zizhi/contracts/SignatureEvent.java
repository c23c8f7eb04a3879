package io.zizhi.contracts;

/**
 * Which qualification carries an SMS signature (短信签名), told by qualification-service on {@link Topics#QUALIFICATION}. The
 * number of a binding is no qualification's: both come from one sequence.
 */
public sealed interface SignatureEvent extends Event permits SignatureBound, SignatureMoved, SignatureReleased {

    long signatureId();

    @Override
    default String aggregateId() {
        return Long.toString(signatureId());
    }

    @Override
    default EventType type() {
        return switch (this) {
            case SignatureBound event -> EventType.SIGNATURE_BOUND;
            case SignatureMoved event -> EventType.SIGNATURE_MOVED;
            case SignatureReleased event -> EventType.SIGNATURE_RELEASED;
        };
    }
}
