package io.zizhi.contracts;

/**
 * An event about the filing of a bound signature with a mobile carrier (运营商报备), published by qualification-service on
 * {@link Topics#QUALIFICATION}. Filings take their ids from the sequence of qualifications, so an id never names both.
 */
public sealed interface CarrierFilingEvent extends Event
        permits CarrierFilingRequested, CarrierFilingAccepted, CarrierFilingRejected, CarrierFilingCancelled {

    long filingId();

    @Override
    default String aggregateId() {
        return Long.toString(filingId());
    }

    @Override
    default EventType type() {
        return switch (this) {
            case CarrierFilingRequested event -> EventType.CARRIER_FILING_REQUESTED;
            case CarrierFilingAccepted event -> EventType.CARRIER_FILING_ACCEPTED;
            case CarrierFilingRejected event -> EventType.CARRIER_FILING_REJECTED;
            case CarrierFilingCancelled event -> EventType.CARRIER_FILING_CANCELLED;
        };
    }
}
