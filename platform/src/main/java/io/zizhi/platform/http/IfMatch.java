package io.zizhi.platform.http;

import io.zizhi.platform.http.problem.Problems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version that a change is meant for, from the header {@code If-Match}. */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,15})\"?");

    private IfMatch() {}

    /**
     * Takes {@code "3"}, {@code W/"3"} and {@code 3}.
     *
     * @throws io.zizhi.platform.http.problem.ProblemException 428 without the header, 412 when it names no version of ours
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
