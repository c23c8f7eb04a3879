package io.zizhi.review.reason;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of a canned text. Like a note it goes to applicants, so it holds no data of any of them.
 *
 * @param zh in Chinese, up to 1,000 characters
 * @param en in English, up to 1,000 characters
 */
public record CannedTextRequest(
        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = CannedTextRequest.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = CannedTextRequest.PROSE, message = "FIELD_HAS_CONTROL_CHARACTERS")
        String zh,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = CannedTextRequest.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = CannedTextRequest.PROSE, message = "FIELD_HAS_CONTROL_CHARACTERS")
        String en) {

    /** As long as a note may be. */
    static final int MAX = 1_000;

    /** No control characters but tabs and line breaks. */
    static final String PROSE = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]*";
}
