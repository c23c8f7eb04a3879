package io.zizhi.platform.http.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether a request path leads to an internal endpoint. Servers, proxies and routers interpret the same path
 * differently: they decode it once or twice, resolve dots or drop path parameters. So a path counts as internal if any
 * interpretation contains a segment {@code internal}. No public path contains one.
 */
final class InternalPath {

    private static final String PREFIX = "/internal/";
    private static final String NAME = "internal";

    /** Most proxies decode at most twice. A path that is still encoded after this many steps belongs to no endpoint. */
    private static final int MOST_READINGS = 4;

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern BETWEEN_SEGMENTS = Pattern.compile("[/\\\\]");
    private static final Pattern PARAMETERS = Pattern.compile(";.*", Pattern.DOTALL);

    private InternalPath() {}

    /** Returns whether any interpretation of the path has a segment {@code internal}, in any case. */
    static boolean isMentionedIn(String path) {
        return segmentsOfReadings(path)
                .map(segments -> segments.anyMatch(NAME::equalsIgnoreCase))
                .orElse(true);
    }

    /** Returns whether the path starts with {@code /internal/} and every interpretation stays below it. */
    static boolean isPlain(String path) {
        return path.startsWith(PREFIX)
                && segmentsOfReadings(path)
                        .map(segments -> segments.noneMatch(segment -> segment.equals(".") || segment.equals("..")))
                        .orElse(false);
    }

    /**
     * Returns the segments of the path as received, decoded once, decoded twice and so on. Empty if it is still encoded
     * after {@link #MOST_READINGS} steps.
     */
    private static Optional<Stream<String>> segmentsOfReadings(String path) {
        List<String> readings = new ArrayList<>();
        for (String reading = path; readings.size() < MOST_READINGS; reading = decoded(reading)) {
            readings.add(reading);
            if (!ENCODED.matcher(reading).find()) {
                return Optional.of(readings.stream().flatMap(InternalPath::segments));
            }
        }
        return Optional.empty();
    }

    private static Stream<String> segments(String path) {
        return BETWEEN_SEGMENTS
                .splitAsStream(path)
                .map(segment -> PARAMETERS.matcher(segment).replaceFirst(""));
    }

    /** Decodes each octet to one character, which is enough because only ASCII matters here. */
    private static String decoded(String path) {
        return ENCODED.matcher(path)
                .replaceAll(octet ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(octet.group(1), 16))));
    }
}
