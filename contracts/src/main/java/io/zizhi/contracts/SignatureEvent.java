package io.zizhi.contracts;

/**
 * An event about the binding of an SMS signature (短信签名) to a qualification, published by qualification-service on
 * {@link Topics#QUALIFICATION}. Bindings and qualifications take their ids from one sequence, so an id never names
 * both.
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
