package io.zizhi.platform.http.problem;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Rejects an address whose percent-encoding is broken or does not encode text. A server that repaired it would look for
 * a different resource than the caller asked for.
 */
final class RequestTarget {

    private static final int HEXADECIMAL = 16;

    private RequestTarget() {}

    /**
     * Returns what is wrong with the address, or empty.
     *
     * @param uri path and query as received
     */
    static Optional<Violation> fault(String uri) {
        String[] halves = uri.split("\\?", 2);
        if (!isText(halves[0])) {
            return Optional.of(new Violation("", "PATH_MALFORMED", "The path must be percent-encoded UTF-8."));
        }
        for (String pair : halves.length == 1 ? new String[0] : halves[1].split("&", -1)) {
            if (!isText(pair)) {
                String name = pair.split("=", 2)[0];
                return Optional.of(new Violation(
                        isText(name) ? "?" + name : "",
                        "PARAMETER_MALFORMED",
                        "The value must be percent-encoded UTF-8."));
            }
        }
        return Optional.empty();
    }

    private static boolean isText(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < encoded.length(); at++) {
            char next = encoded.charAt(at);
            if (next != '%') {
                bytes.writeBytes(Character.toString(next).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int value = at + 2 < encoded.length() ? octet(encoded.charAt(at + 1), encoded.charAt(at + 2)) : -1;
            if (value <= 0) {
                return false;
            }
            bytes.write(value);
            at += 2;
        }
        return TextForm.isUtf8(bytes.toByteArray());
    }

    /** Returns 0 to 255, or a negative number if either character is not a hexadecimal digit. */
    private static int octet(char high, char low) {
        int left = Character.digit(high, HEXADECIMAL);
        int right = Character.digit(low, HEXADECIMAL);
        return left < 0 || right < 0 ? -1 : left * HEXADECIMAL + right;
    }
}
