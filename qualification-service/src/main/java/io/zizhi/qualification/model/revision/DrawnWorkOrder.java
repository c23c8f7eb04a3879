package io.zizhi.qualification.model.revision;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A work order (工单) and the instant at which it was drawn, which is the instant of its submission. The review clock starts
 * there, so the instant comes from the database, whose clock all replicas share, and with the same statement.
 *
 * @param number the work order
 * @param at when, by the clock of the database
 */
public record DrawnWorkOrder(long number, Instant at) {

    /** Reads a row of a sequence's next value and {@code clock_timestamp()}. */
    public static DrawnWorkOrder from(Tuple row) {
        Object at = row.get(1);
        return new DrawnWorkOrder(
                row.get(0, Long.class), at instanceof OffsetDateTime time ? time.toInstant() : (Instant) at);
    }
}
