package io.zizhi.platform.http.problem;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rejects an address whose percent-encoding is broken or does not encode text. A server that repaired it would look for
 * a different resource than the caller asked for.
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

    /** Decodes to one character per byte. A character that was received as it is counts as a question mark. */
    private static boolean isText(String encoded) {
        if (MALFORMED.matcher(encoded).find()) {
            return false;
        }
        String bytes = URLDecoder.decode(NOT_ASCII.matcher(encoded).replaceAll("?"), StandardCharsets.ISO_8859_1);
        return TextForm.isUtf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
