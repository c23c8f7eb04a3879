package io.zizhi.notification.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sliding window over the codes sent: at most so many within any stretch of that length. Sliding, because a fixed
 * window lets twice as many through around its edge.
 *
 * @param atMost codes, at least 1
 * @param within length of the stretch, more than nothing
 */
public record SendWindow(int atMost, Duration within) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/(P.+)");

    public SendWindow {
        if (atMost < 1 || within.isZero() || within.isNegative()) {
            throw new IllegalArgumentException("A send window lets at least one code through in more than no time");
        }
    }

    /** Reads {@code 5/PT1H}: at most 5 within an hour. */
    public static SendWindow of(String text) {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A send window looks like 5/PT1H, not like " + text);
        }
        return new SendWindow(Integer.parseInt(matcher.group(1)), Duration.parse(matcher.group(2)));
    }

    /**
     * Whether one more code may be sent.
     *
     * @param nthNewest when the {@link #atMost()}-th newest code was sent; empty where there were fewer
     */
    public boolean allows(Optional<Instant> nthNewest, Instant now) {
        return nthNewest.map(sent -> !sent.plus(within).isAfter(now)).orElse(true);
    }
}
