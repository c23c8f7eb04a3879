package io.zizhi.platform.http.problem;

import java.time.Duration;
import java.util.List;

/** Creates the errors of the suite, with one factory method per HTTP status. */
public final class Problems {

    /** Code of a malformed request; the violations name the fields. */
    public static final String VALIDATION_FAILED = "VALIDATION_FAILED";

    /** When to retry during an outage of unknown length. */
    static final Duration SHORTLY = Duration.ofSeconds(5);

    /** Code of a sign-in that is too old or too weak; the name of RFC 9470. */
    public static final String INSUFFICIENT_AUTHENTICATION = "INSUFFICIENT_USER_AUTHENTICATION";

    private Problems() {}

    /** 400: one field is wrong. */
    public static ProblemException badRequest(String code, String pointer, String detail) {
        return new ProblemException(400, code, detail, List.of(new Violation(pointer, code, detail)), null);
    }

    /** 400: the request is malformed. */
    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                400, VALIDATION_FAILED, "The request is invalid; `errors` lists each problem.", violations, null);
    }

    /** 401: the token does not identify the caller. */
    public static ProblemException unauthenticated(String detail) {
        return new ProblemException(401, "UNAUTHENTICATED", detail, List.of(), null);
    }

    /**
     * 401: the token is valid, but the sign-in behind it is too old or too weak.
     *
     * @param challenge value of {@code WWW-Authenticate}, which tells the client how to sign in again
     */
    public static ProblemException insufficientAuthentication(String detail, String challenge) {
        return new ProblemException(401, INSUFFICIENT_AUTHENTICATION, detail, List.of(), null, challenge);
    }

    /** 403: the caller is known but may not do this. */
    public static ProblemException forbidden(String code, String detail) {
        return new ProblemException(403, code, detail, List.of(), null);
    }

    /** 404: the resource does not exist or belongs to another account. Both get the same response. */
    public static ProblemException notFound(String code, String detail) {
        return new ProblemException(404, code, detail, List.of(), null);
    }

    /** 408: the request did not arrive in time. */
    public static ProblemException requestTimeout(String code, String detail) {
        return new ProblemException(408, code, detail, List.of(), null);
    }

    /** 409: the current state does not allow the request. */
    public static ProblemException conflict(String code, String detail) {
        return conflict(code, detail, List.of());
    }

    /** 409: the current state does not allow the request; the violations give the reasons. */
    public static ProblemException conflict(String code, String detail, List<Violation> violations) {
        return new ProblemException(409, code, detail, violations, null);
    }

    /** 410: the resource existed, but its bytes are lost. */
    public static ProblemException gone(String code, String detail) {
        return new ProblemException(410, code, detail, List.of(), null);
    }

    /** 412: the version in {@code If-Match} is not the newest. */
    public static ProblemException preconditionFailed(String detail) {
        return new ProblemException(412, "STALE_VERSION", detail, List.of(), null);
    }

    /** 428: a change must name the version that it changes. */
    public static ProblemException preconditionRequired(String detail) {
        return new ProblemException(428, "VERSION_REQUIRED", detail, List.of(), null);
    }

    /** 413: the body is too large. */
    public static ProblemException tooLarge(String code, String detail) {
        return new ProblemException(413, code, detail, List.of(), null);
    }

    /** 415: the format is not accepted. */
    public static ProblemException unsupportedMediaType(String code, String detail) {
        return new ProblemException(415, code, detail, List.of(), null);
    }

    /** 422: the request is well-formed but breaks rules; the violations name them. */
    public static ProblemException unprocessable(String code, String detail, List<Violation> violations) {
        return new ProblemException(422, code, detail, violations, null);
    }

    /**
     * 429: too many requests.
     *
     * @param retryAfter time after which a retry may succeed; the same for every caller where the exact time is secret
     */
    public static ProblemException tooManyRequests(String code, String detail, Duration retryAfter) {
        return new ProblemException(429, code, detail, List.of(), retryAfter);
    }

    /** 502: the response of another system is unusable, and a retry does not help. */
    public static ProblemException badGateway(String code, String detail) {
        return new ProblemException(502, code, detail, List.of(), null);
    }

    /** 503: another server is unavailable, and whether the request took effect may be unknown. */
    public static ProblemException outage() {
        return unavailable(
                "DEPENDENCY_UNAVAILABLE",
                "A dependency is unavailable. Read the current state, or retry with the same If-Match and Idempotency-Key.",
                SHORTLY);
    }

    /** 503: a dependency is unavailable; nothing was changed. */
    public static ProblemException unavailable(String code, String detail, Duration retryAfter) {
        return new ProblemException(503, code, detail, List.of(), retryAfter);
    }
}
