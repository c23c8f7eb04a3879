package io.zizhi.review.sla.settings;

import java.time.Instant;

/**
 * A version of a policy, of a year of the calendar or of the policy allocation.
 *
 * @param number from 1
 * @param revision the revision that this version created
 * @param changedBy {@code sub} of who changed it; {@code start-up} for data that the service seeded
 * @param changedAt when it was changed
 * @param content the content of this version
 */
public record Version<T>(int number, long revision, String changedBy, Instant changedAt, T content) {

    /**
     * Returns whether this version already answers a change: its content is the requested one, and the person either
     * saw this version or created it by the same request.
     *
     * @param expected the version that the person saw
     */
    boolean isAnswerTo(long expected, T wanted, String person) {
        boolean isRepeated = number == expected + 1 && changedBy.equals(person);
        return content.equals(wanted) && (number == expected || isRepeated);
    }
}
