package io.zizhi.qualification.model.revision;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A new work order (工单) number with the time of its submission. The review clock starts at that time. So it comes from
 * the database clock, which all replicas share, in the same statement as the number.
 *
 * @param number number of the work order
 * @param at time of the submission, by the database clock
 */
public record DrawnWorkOrder(long number, Instant at) {

    /** Reads a row with a sequence value and {@code clock_timestamp()}. */
    public static DrawnWorkOrder from(Tuple row) {
        Object at = row.get(1);
        return new DrawnWorkOrder(
                row.get(0, Long.class), at instanceof OffsetDateTime time ? time.toInstant() : (Instant) at);
    }
}
