package io.zizhi.platform.http.problem;

/**
 * One error in a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, {@code ?name} for a query parameter, or empty for the whole
 *     request
 * @param code stable and upper case, for example {@code FIELD_REQUIRED}
 * @param detail for a developer, in English; a user interface translates by code
 */
public record Violation(String pointer, String code, String detail) {}
