package io.zizhi.notification.limits;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of each day in which notices wait, in Asia/Shanghai.
 *
 * @param from first minute, included
 * @param until last minute, excluded; on the next day if it is not after {@code from}
 */
public record QuietHours(LocalTime from, LocalTime until) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern FORM = Pattern.compile("([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("Quiet hours must begin and end at different times");
        }
    }

    /** Parses {@code 21:00-08:00}. */
    public static QuietHours of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Invalid quiet hours '" + text + "'; write 21:00-08:00");
        }
        try {
            return new QuietHours(LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("Invalid quiet hours '" + text + "'; write 21:00-08:00", noTime);
        }
    }

    /** Returns when the quiet hours end in which {@code now} lies; empty if it lies in none. */
    public Optional<Instant> endAfter(Instant now) {
        ZonedDateTime local = now.atZone(ZONE);
        LocalTime time = local.toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(until);
        if (from.isBefore(until)) {
            return begun && !over ? Optional.of(end(local, 0)) : Optional.empty();
        }
        if (begun) {
            return Optional.of(end(local, 1));
        }
        return over ? Optional.empty() : Optional.of(end(local, 0));
    }

    private Instant end(ZonedDateTime local, int daysLater) {
        return local.toLocalDate()
                .plusDays(daysLater)
                .atTime(until)
                .atZone(ZONE)
                .toInstant();
    }
}
