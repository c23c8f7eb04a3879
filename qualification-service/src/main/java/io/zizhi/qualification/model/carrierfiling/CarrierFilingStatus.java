package io.zizhi.qualification.model.carrierfiling;

import java.util.Set;

/** The states of a carrier filing and their transitions. */
public enum CarrierFilingStatus {
    /** Waits for the filing system. */
    PENDING,

    /** Sent to the carrier, which has not answered. */
    FILED,

    ACCEPTED,
    REJECTED,

    /** Ended by a change of the signature or its qualification. */
    CANCELLED;

    public boolean canMoveTo(CarrierFilingStatus next) {
        return (switch (this) {
                    case PENDING -> Set.of(FILED, CANCELLED);
                    case FILED -> Set.of(ACCEPTED, REJECTED, CANCELLED);
                    case ACCEPTED -> Set.of(CANCELLED);
                    case REJECTED, CANCELLED -> Set.<CarrierFilingStatus>of();
                })
                .contains(next);
    }

    /** Returns whether the filing system or the carrier still has to act. */
    public boolean isOpen() {
        return this == PENDING || this == FILED;
    }
}
