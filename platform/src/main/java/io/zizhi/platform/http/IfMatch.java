package io.zizhi.platform.http;

import io.zizhi.platform.http.problem.Problems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the version to change from the header {@code If-Match}. */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,15})\"?");

    private IfMatch() {}

    /**
     * Parses {@code "3"}, {@code W/"3"} or {@code 3}.
     *
     * @throws io.zizhi.platform.http.problem.ProblemException 428 if the header is missing, or is {@code *}, which
     *     names no version; 412 if its value is not a version
     */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problems.preconditionRequired("If-Match is missing. Send the version that you want to change.");
        }
        if (header.strip().equals("*")) {
            throw Problems.preconditionRequired(
                    "If-Match does not name a version. Send the version that you want to change.");
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Problems.preconditionFailed("If-Match must be the resource's version, such as \"3\".");
        }
        return Long.parseLong(tag.group(1));
    }
}
