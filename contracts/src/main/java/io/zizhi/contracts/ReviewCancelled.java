package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review ended without a decision because the applicant withdrew.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param cancelledAt when
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
 */
public record ReviewCancelled(
        long workOrder,
        long qualificationId,
        Instant cancelledAt,
        ReviewSubject subject,
        @Nullable Long letterId) implements ReviewEvent {

    /** Of a qualification that carries no letter. */
    public ReviewCancelled(long workOrder, long qualificationId, Instant cancelledAt) {
        this(workOrder, qualificationId, cancelledAt, ReviewSubject.QUALIFICATION, null);
    }
}
