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

    /** Returns whether the first day is not after the last. */
    public boolean isOrdered() {
        return !from.isAfter(to);
    }

    public boolean startsAfter(LocalDate day) {
        return from.isAfter(day);
    }

    public boolean endedBefore(LocalDate day) {
        return to.isBefore(day);
    }
}
