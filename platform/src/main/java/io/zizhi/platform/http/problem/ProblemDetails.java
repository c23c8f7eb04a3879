package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The body of an error response (RFC 9457).
 *
 * @param type {@code urn:zizhi:problem:} and the code in kebab case
 * @param title the reason phrase of the status, in the caller's language
 * @param status HTTP status
 * @param code stable code for programs
 * @param detail what is wrong and what to do, in the caller's language
 * @param instance identifies this occurrence; the log line of the error contains it, with the trace id
 * @param errors the errors by field; absent if empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetails(
        String type, String title, int status, String code, String detail, String instance, List<Violation> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDetails from(ProblemException problem) {
        return of(problem.status(), problem.code(), problem.detail(), problem.violations());
    }

    static ProblemDetails of(int status, String code, String detail, List<Violation> errors) {
        return of(status, code, detail, "urn:uuid:" + UUID.randomUUID(), errors);
    }

    public static ProblemDetails of(int status, String code, String detail, String instance, List<Violation> errors) {
        String type = "urn:zizhi:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
        return new ProblemDetails(type, title(status), status, code, detail, instance, errors);
    }

    /** Returns the problem of an HTTP status for which no exception gave a more specific code. */
    static ProblemDetails ofStatus(int status) {
        return switch (status) {
            case 400 -> of(status, "BAD_REQUEST", "The request is malformed.", List.of());
            case 401 -> of(status, "UNAUTHENTICATED", "The bearer token is missing or invalid.", List.of());
            case 403 -> of(status, "FORBIDDEN", "The caller may not do this.", List.of());
            case 404 -> of(status, "NOT_FOUND", "No resource has this path.", List.of());
            case 405 ->
                of(
                        status,
                        "METHOD_NOT_ALLOWED",
                        "The resource does not support this method; see the `Allow` header.",
                        List.of());
            case 406 ->
                of(
                        status,
                        "NOT_ACCEPTABLE",
                        "The requested format is not available. Change the `Accept` header.",
                        List.of());
            case 413 -> of(status, "PAYLOAD_TOO_LARGE", "The body is too large.", List.of());
            case 415 -> of(status, "UNSUPPORTED_MEDIA_TYPE", "The format of the body is not accepted.", List.of());
            case 431 -> of(status, "HEADERS_TOO_LARGE", "The headers are too large.", List.of());
            case 501 -> of(status, "METHOD_UNKNOWN", "Unknown HTTP method.", List.of());
            case 503 -> of(status, "UNAVAILABLE", "A dependency is unavailable. Try again later.", List.of());
            default ->
                status >= 500
                        ? of(
                                status,
                                "INTERNAL_ERROR",
                                "Internal error. Report the `instance` to the operator.",
                                List.of())
                        : of(status, "REQUEST_REFUSED", "The request was rejected.", List.of());
        };
    }

    /** Returns the 403 of a caller who has none of {@code roles}. */
    static ProblemDetails ofMissingRole(List<String> roles) {
        String names = String.join(", ", roles);
        return roles.size() == 1
                ? of(403, "FORBIDDEN", "This needs the role " + names + ".", List.of())
                : of(403, "FORBIDDEN", "This needs one of the roles " + names + ".", List.of());
    }

    /** Returns the reason phrase of {@code status}. For two of them, Netty has the phrase of an older RFC. */
    private static String title(int status) {
        return switch (status) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> HttpResponseStatus.valueOf(status).reasonPhrase();
        };
    }

    ProblemDetails in(ProblemLanguage language) {
        return language == ProblemLanguage.CHINESE ? ChineseTexts.bundled().translate(this) : this;
    }

    String write(ObjectMapper json, ProblemLanguage language) {
        try {
            return json.writeValueAsString(in(language));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem could not be written", impossible);
        }
    }
}
