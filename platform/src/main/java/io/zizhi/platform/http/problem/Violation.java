package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * One error in a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, {@code ?name} for a query parameter, or empty for the whole
 *     request
 * @param code stable and upper case, for example {@code FIELD_REQUIRED}
 * @param detail what is wrong and what to do, in the caller's language
 * @param detailZh the detail in Chinese where it is not in the files of {@link ChineseTexts}; not part of the response
 */
public record Violation(
        String pointer,
        String code,
        String detail,
        @JsonIgnore @Nullable String detailZh) {

    public Violation(String pointer, String code, String detail) {
        this(pointer, code, detail, null);
    }
}
