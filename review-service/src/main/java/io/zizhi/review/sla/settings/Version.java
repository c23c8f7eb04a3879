package io.zizhi.review.sla.settings;

import java.time.Instant;

/**
 * A version of a policy or of a year of the calendar.
 *
 * @param number from 1
 * @param revision the revision of the whole that brought it
 * @param changedBy subject of who changed it; {@code start-up} for what the service brought along or read from its file
 * @param changedAt when
 * @param content what it says
 */
public record Version<T>(int number, long revision, String changedBy, Instant changedAt, T content) {

    /**
     * Whether it is already what is asked for: because nothing would change, or because it came of the same request of the
     * same person before.
     *
     * @param expected the version that the person saw
     */
    public boolean isAnswerTo(long expected, T wanted, String person) {
        boolean isRepeated = number == expected + 1 && changedBy.equals(person);
        return content.equals(wanted) && (number == expected || isRepeated);
    }
}
