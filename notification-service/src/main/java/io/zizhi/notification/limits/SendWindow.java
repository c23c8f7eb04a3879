package io.zizhi.notification.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sliding window over the codes sent: at most {@code atMost} codes within any {@code within}. A fixed window would
 * allow twice as many around its boundary.
 *
 * @param atMost codes, at least 1
 * @param within length of the window, positive
 */
public record SendWindow(int atMost, Duration within) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/(P.+)");

    public SendWindow {
        if (atMost < 1 || within.isZero() || within.isNegative()) {
            throw new IllegalArgumentException("A send window needs at least one code and a positive length");
        }
    }

    /** Parses {@code 5/PT1H}: at most 5 within an hour. */
    public static SendWindow of(String text) {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Invalid send window '" + text + "'; write 5/PT1H");
        }
        return new SendWindow(Integer.parseInt(matcher.group(1)), Duration.parse(matcher.group(2)));
    }

    /**
     * Returns whether one more code may be sent.
     *
     * @param nthNewest when the {@link #atMost()}-th newest code was sent; empty if fewer codes were sent
     */
    public boolean allows(Optional<Instant> nthNewest, Instant now) {
        return freeAt(nthNewest).map(free -> !free.isAfter(now)).orElse(true);
    }

    /**
     * Returns when one more code may be sent; empty if it may be sent at any time.
     *
     * @param nthNewest when the {@link #atMost()}-th newest code was sent; empty if fewer codes were sent
     */
    public Optional<Instant> freeAt(Optional<Instant> nthNewest) {
        return nthNewest.map(sent -> sent.plus(within));
    }
}
