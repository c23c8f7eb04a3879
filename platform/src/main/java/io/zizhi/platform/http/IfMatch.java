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
     * @throws io.zizhi.platform.http.problem.ProblemException 428 without the header, 412 if its value is not a version
     */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problems.preconditionRequired("Send the version that is to be changed as If-Match.");
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Problems.preconditionFailed("If-Match names no version of this resource.");
        }
        return Long.parseLong(tag.group(1));
    }
}
