package io.zizhi.platform.http.problem;

import java.util.Set;

/**
 * Knows the methods of HTTP (RFC 9110 and PATCH). Every other method is a text of the caller's choice, as long as a line
 * may be. It must not become a label of a metric.
 */
public final class RequestMethod {

    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE");

    private RequestMethod() {}

    public static boolean isKnown(String method) {
        return KNOWN.contains(method);
    }
}
