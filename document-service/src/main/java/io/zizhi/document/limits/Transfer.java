package io.zizhi.document.limits;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;
import java.util.Locale;

/** Direction of a transfer. */
public enum Transfer {
    UPLOAD("UPLOADS_BUSY"),
    VIEW("VIEWS_BUSY");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final String busyCode;

    Transfer(String busyCode) {
        this.busyCode = busyCode;
    }

    /** Returns the 429 for an account that has used up its share. */
    ProblemException ownShareTaken() {
        return Problems.tooManyRequests(
                busyCode, "The account has too many " + label() + "s in progress. Finish some first.", RETRY_AFTER);
    }

    /** Returns the 503 for a budget that all accounts together have used up. */
    public ProblemException busy() {
        return Problems.unavailable(busyCode, "Too many " + label() + "s in progress. Try again later.", RETRY_AFTER);
    }

    /** Returns the label in metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
