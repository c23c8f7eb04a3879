package io.zizhi.review.worklist.queue;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.review.ReviewStatus;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The number of unfinished reviews with common values.
 *
 * @param mine whether the caller holds them
 * @param reviews number of reviews
 * @param earliest the earliest due instant
 */
record Tally(
        ReviewStatus status,
        String policy,
        OwnerType ownerType,
        Purpose purpose,
        ReviewSubject subject,
        boolean mine,
        long reviews,
        long warned,
        long breached,
        long escalated,
        long resubmitted,
        long urged,
        Instant earliest) {

    static Tally from(Tuple row) {
        return new Tally(
                ReviewStatus.valueOf(row.get("status", String.class)),
                row.get("policy", String.class),
                OwnerType.valueOf(row.get("owner_type", String.class)),
                Purpose.valueOf(row.get("purpose", String.class)),
                ReviewSubject.valueOf(row.get("subject", String.class)),
                row.get("mine", Boolean.class),
                row.get("reviews", Long.class),
                row.get("warned", Long.class),
                row.get("breached", Long.class),
                row.get("escalated", Long.class),
                row.get("resubmitted", Long.class),
                row.get("urged", Long.class),
                instant(row.get("earliest")));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
