package io.zizhi.qualification.filing.submission;

import io.zizhi.platform.http.problem.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client names a submission by, so that repeating it does not submit twice.
 *
 * @param value 1 to 100 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,100}");

    /** From the header {@code Idempotency-Key}; 400 where it is missing or malformed. */
    public static IdempotencyKey of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problems.badRequest(
                    "IDEMPOTENCY_KEY_REQUIRED", "", "Name the submission by a header Idempotency-Key.");
        }
        if (!FORM.matcher(header).matches()) {
            throw Problems.badRequest(
                    "IDEMPOTENCY_KEY_INVALID", "", "An Idempotency-Key has 1 to 100 visible ASCII characters.");
        }
        return new IdempotencyKey(header);
    }
}
