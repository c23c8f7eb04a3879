package io.zizhi.platform.http.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal that the caller is told of as it is. Made by {@link Problems}. */
public final class ProblemException extends RuntimeException {

    private final int status;
    private final String code;
    private final List<Violation> violations;
    private final @Nullable Duration retryAfter;

    ProblemException(
            int status, String code, String detail, List<Violation> violations, @Nullable Duration retryAfter) {
        super(detail);
        this.status = status;
        this.code = code;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** English, for a developer; holds no personal data. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    /** When it makes sense to ask again, or null where that would not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the cause is an outage, which passes, and not the request. */
    public boolean isOutage() {
        return status == 503;
    }
}
