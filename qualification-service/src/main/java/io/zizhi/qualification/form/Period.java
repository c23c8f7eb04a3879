package io.zizhi.qualification.form;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A document's period of validity in days, both included, in Asia/Shanghai. The end {@code 2099-12-31} means long-term
 * (长期) and needs no special handling.
 */
public record Period(LocalDate from, LocalDate to) {

    /** The time zone of all document dates. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** The end of long-term documents, and the last day that a period may have. */
    private static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    /** Returns whether the first day is not after the last, and both are between 1900-01-01 and 2099-12-31. */
    public boolean isPossible() {
        return !from.isBefore(FIRST) && !from.isAfter(to) && !to.isAfter(LONG_TERM);
    }

    public boolean startsAfter(LocalDate day) {
        return from.isAfter(day);
    }

    public boolean endedBefore(LocalDate day) {
        return to.isBefore(day);
    }
}
