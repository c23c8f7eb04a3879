package io.zizhi.platform.http.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error whose code and text the caller receives unchanged. Created by {@link Problems}. */
public final class ProblemException extends RuntimeException {

    private final int status;
    private final String code;
    private final List<Violation> violations;
    private final @Nullable Duration retryAfter;
    private final @Nullable String challenge;

    ProblemException(
            int status, String code, String detail, List<Violation> violations, @Nullable Duration retryAfter) {
        this(status, code, detail, violations, retryAfter, null);
    }

    ProblemException(
            int status,
            String code,
            String detail,
            List<Violation> violations,
            @Nullable Duration retryAfter,
            @Nullable String challenge) {
        super(detail);
        this.status = status;
        this.code = code;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
        this.challenge = challenge;
    }

    /** Returns the HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Returns the text for developers, in English and without personal data. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Returns how long to wait before a retry, or null if a retry does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Returns the value of {@code WWW-Authenticate}, or null for the usual one. */
    public @Nullable String challenge() {
        return challenge;
    }

    /** Returns whether an outage caused the error and not the request. */
    public boolean isOutage() {
        return status == 503;
    }
}
