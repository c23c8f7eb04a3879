package io.zizhi.platform.http.problem;

import java.time.Duration;
import java.util.List;

/** The refusals of the suite, one factory per HTTP status. */
public final class Problems {

    /** Code of a request whose shape is wrong; the violations say where. */
    public static final String VALIDATION_FAILED = "VALIDATION_FAILED";

    private Problems() {}

    /** 400: one field is wrong. */
    public static ProblemException badRequest(String code, String pointer, String detail) {
        return new ProblemException(400, code, detail, List.of(new Violation(pointer, code, detail)), null);
    }

    /** 400: the shape of the request is wrong. */
    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                400, VALIDATION_FAILED, "The request does not have the expected form.", violations, null);
    }

    /** 401: the token does not say who calls. */
    public static ProblemException unauthenticated(String detail) {
        return new ProblemException(401, "UNAUTHENTICATED", detail, List.of(), null);
    }

    /** 403: known, but not allowed. */
    public static ProblemException forbidden(String code, String detail) {
        return new ProblemException(403, code, detail, List.of(), null);
    }

    /** 404: not there, or another account's, which is answered the same. */
    public static ProblemException notFound(String code, String detail) {
        return new ProblemException(404, code, detail, List.of(), null);
    }

    /** 408: the request did not arrive in time. */
    public static ProblemException requestTimeout(String code, String detail) {
        return new ProblemException(408, code, detail, List.of(), null);
    }

    /** 409: the state of the thing does not allow it. */
    public static ProblemException conflict(String code, String detail) {
        return conflict(code, detail, List.of());
    }

    /** 409, where the violations say what stands in the way. */
    public static ProblemException conflict(String code, String detail, List<Violation> violations) {
        return new ProblemException(409, code, detail, violations, null);
    }

    /** 410: it was there, and its bytes are lost. */
    public static ProblemException gone(String code, String detail) {
        return new ProblemException(410, code, detail, List.of(), null);
    }

    /** 412: the version in {@code If-Match} is not the newest. */
    public static ProblemException preconditionFailed(String detail) {
        return new ProblemException(412, "STALE_VERSION", detail, List.of(), null);
    }

    /** 428: a change must say which version it changes. */
    public static ProblemException preconditionRequired(String detail) {
        return new ProblemException(428, "VERSION_REQUIRED", detail, List.of(), null);
    }

    /** 413: more bytes than allowed. */
    public static ProblemException tooLarge(String code, String detail) {
        return new ProblemException(413, code, detail, List.of(), null);
    }

    /** 415: the format is not accepted here. */
    public static ProblemException unsupportedMediaType(String code, String detail) {
        return new ProblemException(415, code, detail, List.of(), null);
    }

    /** 422: understood, but against the rules; the violations name them. */
    public static ProblemException unprocessable(String code, String detail, List<Violation> violations) {
        return new ProblemException(422, code, detail, violations, null);
    }

    /** 429: too often. Deliberately without a precise time to come back. */
    public static ProblemException tooManyRequests(String code, String detail) {
        return new ProblemException(429, code, detail, List.of(), null);
    }

    /** 429: too often, where it is no secret when it makes sense to come back. */
    public static ProblemException tooManyRequests(String code, String detail, Duration retryAfter) {
        return new ProblemException(429, code, detail, List.of(), retryAfter);
    }

    /** 502: what another system returned cannot be used, and asking again does not help. */
    public static ProblemException badGateway(String code, String detail) {
        return new ProblemException(502, code, detail, List.of(), null);
    }

    /** 503: something that is needed is down; nothing was changed. */
    public static ProblemException unavailable(String code, String detail, Duration retryAfter) {
        return new ProblemException(503, code, detail, List.of(), retryAfter);
    }
}
