package io.zizhi.platform.http.problem;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rejects an address whose percent-encoding is broken or does not encode text. If the server repaired it, it would look
 * for another resource than the requested one.
 */
final class RequestTarget {

    /** A percent sign that does not encode a byte, or encodes NUL. */
    private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})|%00");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

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

    /**
     * Returns whether the address is text after decoding to one character per byte. Counts a character that is not
     * percent-encoded and not ASCII as a question mark.
     */
    private static boolean isText(String encoded) {
        if (MALFORMED.matcher(encoded).find()) {
            return false;
        }
        String bytes = URLDecoder.decode(NOT_ASCII.matcher(encoded).replaceAll("?"), StandardCharsets.ISO_8859_1);
        return TextForm.isUtf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
