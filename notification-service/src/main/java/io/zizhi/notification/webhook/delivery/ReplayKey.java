package io.zizhi.notification.webhook.delivery;

import io.zizhi.platform.http.problem.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client's key for a replay, which makes repeating it safe.
 *
 * @param value 1 to 100 visible ASCII characters
 */
record ReplayKey(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,100}");

    /** Reads the header {@code Idempotency-Key}; fails with 400 if it is missing or invalid. */
    static ReplayKey of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problems.badRequest(
                    "IDEMPOTENCY_KEY_REQUIRED",
                    "",
                    "The header Idempotency-Key is missing: send a new key, and the same key to repeat the request.");
        }
        if (!FORM.matcher(header).matches()) {
            throw Problems.badRequest(
                    "IDEMPOTENCY_KEY_INVALID", "", "The Idempotency-Key must have 1 to 100 visible ASCII characters.");
        }
        return new ReplayKey(header);
    }
}
