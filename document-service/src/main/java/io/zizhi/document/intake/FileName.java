package io.zizhi.document.intake;

import io.zizhi.platform.http.problem.Problems;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name of an uploaded file from {@code Content-Disposition} (RFC 6266). The name may contain the name of a
 * person; in a header it stays out of URLs and logs.
 */
final class FileName {

    /** Maximum length in characters (code points), as file systems allow. */
    static final int MAX_LENGTH = 255;

    private static final Pattern EXTENDED =
            Pattern.compile("(?i)(?:^|[;\\s])filename\\*\\s*=\\s*utf-8'[^';]*'([^;\\s]+)");
    private static final Pattern QUOTED = Pattern.compile("(?i)(?:^|[;\\s])filename\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern PLAIN = Pattern.compile("(?i)(?:^|[;\\s])filename\\s*=\\s*([^\";\\s]+)");

    private FileName() {}

    /** Returns the name without folders and control characters; null if the header has none. */
    static @Nullable String of(@Nullable String disposition) {
        if (disposition == null) {
            return null;
        }
        String name = cleaned(written(disposition));
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw Problems.badRequest(
                    "FILE_NAME_TOO_LONG", "", "A file name may have at most " + MAX_LENGTH + " characters.");
        }
        return name.isEmpty() ? null : name;
    }

    private static String written(String disposition) {
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            return decoded(extended.group(1));
        }
        for (Pattern form : new Pattern[] {QUOTED, PLAIN}) {
            Matcher simple = form.matcher(disposition);
            if (simple.find()) {
                return utf8(simple.group(1));
            }
        }
        return "";
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Problems.badRequest(
                    "FILE_NAME_INVALID",
                    "",
                    "The file name in Content-Disposition is not percent-encoded UTF-8 (RFC 8187).");
        }
    }

    /** Decodes the header as UTF-8, which many programs send, although HTTP headers arrive as ISO 8859-1. */
    private static String utf8(String received) {
        String decoded = new String(received.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return decoded.contains("\uFFFD") || decoded.contains("?") ? received : decoded;
    }

    private static String cleaned(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\uFFFD]", "")
                .replaceAll("^.*[/\\\\]", "")
                .strip();
    }
}
