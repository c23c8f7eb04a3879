package io.zizhi.platform.http.problem;

import java.util.Set;

/**
 * The known HTTP methods (RFC 9110 and PATCH). Any other method is text that the caller chose, up to the length of the
 * request line. It must not become a metric label.
 */
public final class RequestMethod {

    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE");

    private RequestMethod() {}

    public static boolean isKnown(String method) {
        return KNOWN.contains(method);
    }
}
