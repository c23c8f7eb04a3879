package io.zizhi.platform.http.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides by the path of a request whether it is about an internal endpoint. Servers, proxies and routers read the same path
 * differently: they decode it once or twice, resolve dots, drop parameters of segments. So a path counts as internal if any
 * reading of it has a segment {@code internal}; no public path has one.
 */
final class InternalPath {

    private static final String PREFIX = "/internal/";
    private static final String NAME = "internal";

    /** More than anybody decodes; a path that is still encoded after that belongs to no endpoint. */
    private static final int MOST_READINGS = 4;

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern BETWEEN_SEGMENTS = Pattern.compile("[/\\\\]");
    private static final Pattern PARAMETERS = Pattern.compile(";.*", Pattern.DOTALL);

    private InternalPath() {}

    /** Whether any reading of the path has a segment {@code internal}, in upper or lower case. */
    static boolean isMentionedIn(String path) {
        return segmentsOfReadings(path)
                .map(segments -> segments.anyMatch(NAME::equalsIgnoreCase))
                .orElse(true);
    }

    /** Whether the path starts with {@code /internal/} and no reading of it leaves that folder. */
    static boolean isPlain(String path) {
        return path.startsWith(PREFIX)
                && segmentsOfReadings(path)
                        .map(segments -> segments.noneMatch(segment -> segment.equals(".") || segment.equals("..")))
                        .orElse(false);
    }

    /** The segments of the path as it came, decoded once, decoded twice; empty where that does not come to an end. */
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

    /** Octets as characters: only ASCII matters here. */
    private static String decoded(String path) {
        return ENCODED.matcher(path)
                .replaceAll(octet ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(octet.group(1), 16))));
    }
}
