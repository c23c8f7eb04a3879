package io.zizhi.document.limits;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;
import java.util.Locale;

/** A direction in which bytes of documents move. */
public enum Transfer {
    UPLOAD("UPLOADS_BUSY"),
    VIEW("VIEWS_BUSY");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final String busyCode;

    Transfer(String busyCode) {
        this.busyCode = busyCode;
    }

    /** 429: the account itself uses all that it may use at once. */
    ProblemException ownShareTaken() {
        return Problems.tooManyRequests(
                busyCode, "The account has too many " + label() + "s in work. Finish some of them first.", RETRY_AFTER);
    }

    /** 503: others use all there is. */
    public ProblemException busy() {
        return Problems.unavailable(busyCode, "Too many " + label() + "s are in work. Try again later.", RETRY_AFTER);
    }

    /** Its value in metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
