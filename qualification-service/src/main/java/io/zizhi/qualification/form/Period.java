package io.zizhi.qualification.form;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days on which a document is valid, both ends included, in Asia/Shanghai. {@code 2099-12-31} as the end means
 * long-term (长期) and needs no special case.
 */
public record Period(LocalDate from, LocalDate to) {

    /** The zone in which the days of all documents are counted. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Whether it has a day at all. */
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
