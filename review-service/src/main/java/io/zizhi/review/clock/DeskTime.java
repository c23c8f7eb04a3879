package io.zizhi.review.clock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Formats instants in the desk's own time, {@code 2026-11-24T20:00:00+08:00}, where readers compare them with the daily
 * window.
 */
public final class DeskTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(8));

    private DeskTime() {}

    public static String of(Instant instant) {
        return FORM.format(instant);
    }
}
