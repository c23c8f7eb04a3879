package io.zizhi.platform.http.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter, or empty for the whole
 * @param code stable and upper case, for example {@code FIELD_REQUIRED}
 * @param detail for a developer, English; a user interface translates by code
 */
public record Violation(String pointer, String code, String detail) {}
